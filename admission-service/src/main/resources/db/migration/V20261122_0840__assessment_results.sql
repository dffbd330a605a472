-- What people reach in skill tests without AI; only ever added (G-60).
CREATE TABLE admission.assessment_result (
  staff text NOT NULL,
  skill text NOT NULL,
  taken_at timestamptz NOT NULL,
  points smallint NOT NULL CHECK (points BETWEEN 0 AND 100),
  passed boolean NOT NULL,
  PRIMARY KEY (skill, staff, taken_at)
);

GRANT SELECT, INSERT ON admission.assessment_result TO ${app_role};
