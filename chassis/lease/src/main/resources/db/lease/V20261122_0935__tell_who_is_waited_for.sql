-- Of a version that takes longer than any lease lives: who is settled, and who is waited for until
-- when. Only ever what was last seen; once it is enforced, lease.enforcements has the last word.
CREATE TABLE lease.slow (
  version bigint PRIMARY KEY,
  settled jsonb NOT NULL,
  awaited jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON lease.slow TO ${app_role};
