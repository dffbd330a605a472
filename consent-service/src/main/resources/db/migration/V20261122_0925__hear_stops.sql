-- Own copy of incident-service's stops. A lifting that arrives first leaves a row without scope and
-- without the time of its stop, so that the stop never takes effect. Both times are when it was
-- learned here: a question about an earlier moment gets that moment's answer.
CREATE TABLE consent.known_stop (
  stop_id    text PRIMARY KEY,
  epoch      bigint,
  kind       varchar(20),
  value      text,
  learned_at timestamptz,
  lifted_at  timestamptz
);
CREATE INDEX known_stop_in_force ON consent.known_stop (stop_id) WHERE lifted_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON consent.known_stop TO "${app_role}";

-- What a stop may name. A version that was learned before does not say it, and is stopped by
-- whatever might mean it.
ALTER TABLE consent.application
  ADD COLUMN product    text,
  ADD COLUMN digest     text,
  ADD COLUMN vendor     text,
  ADD COLUMN department text,
  DROP COLUMN status;
