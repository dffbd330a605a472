-- A stop has one recovery case under way, and the panel decides once on the same reports (G-55).
CREATE TABLE admission.recovery_case (
  id uuid PRIMARY KEY,
  stop_id text NOT NULL,
  suite_report text NOT NULL,
  clinical_report text NOT NULL,
  state text NOT NULL,
  revision bigint NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX recovery_case_stop ON admission.recovery_case (stop_id, id);
CREATE UNIQUE INDEX recovery_case_under_way ON admission.recovery_case (stop_id)
  WHERE state IN ('SEATING', 'VOTING');
CREATE UNIQUE INDEX recovery_case_judged
  ON admission.recovery_case (stop_id, suite_report, clinical_report)
  WHERE state <> 'WITHDRAWN';

GRANT SELECT, INSERT, UPDATE ON admission.recovery_case TO ${app_role};
