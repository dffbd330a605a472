-- What can be counted: an aggregate with a version, and one row per effect of a received event.
-- effects has no unique key on purpose: an effect that happens twice must be seen, not refused.
CREATE TABLE counters (name text PRIMARY KEY, version bigint NOT NULL);
CREATE TABLE effects (
  n       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event   uuid NOT NULL,
  subject text NOT NULL,
  version bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON counters, effects TO ${app_role};
