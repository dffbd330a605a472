-- A digest is judged once per application, and one change at a time is under review (G-02).
CREATE TABLE admission.change_case (
  id uuid PRIMARY KEY,
  application uuid NOT NULL REFERENCES admission.application,
  digest text NOT NULL,
  state text NOT NULL,
  revision bigint NOT NULL,
  document jsonb NOT NULL,
  UNIQUE (application, digest)
);
CREATE UNIQUE INDEX change_case_under_review ON admission.change_case (application)
  WHERE state = 'UNDER_REVIEW';

CREATE TABLE admission.control_plan (
  id uuid PRIMARY KEY,
  application uuid NOT NULL REFERENCES admission.application,
  revision bigint NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX control_plan_application ON admission.control_plan (application, id);

GRANT SELECT, INSERT, UPDATE ON admission.change_case, admission.control_plan TO ${app_role};
