-- What was parked may hold anything: it is kept sealed (AES-256-GCM), with the id of the key. headers
-- and body are those of events that were parked before this; they are not filled any more.
ALTER TABLE journal.parked
  ADD COLUMN key_id text,
  ADD COLUMN sealed bytea,
  ALTER COLUMN headers DROP NOT NULL,
  ADD CONSTRAINT sealed_with_a_key CHECK ((key_id IS NULL) = (sealed IS NULL));
-- A replay that is refused again says why; and a new event of the key waits for a replay's row lock.
GRANT UPDATE (reason) ON journal.parked TO ${app_role};

-- Of events that the broker cannot deliver again nothing needs to be remembered.
CREATE INDEX inbox_by_time ON journal.inbox (topic, received_at);

-- The application role itself cannot delete from the inbox; through this it can forget what is old
-- enough that no broker of ours delivers it again.
CREATE FUNCTION journal.forget(of_topic text, before timestamptz, most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  forgotten bigint;
BEGIN
  IF before > now() - interval '8 days' THEN
    RAISE EXCEPTION 'events of the last 8 days are not forgotten';
  END IF;
  DELETE FROM journal.inbox i USING (
    SELECT o.topic, o.event_id FROM journal.inbox o
    WHERE o.topic = of_topic AND o.received_at < before LIMIT most) old
  WHERE i.topic = old.topic AND i.event_id = old.event_id;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;
REVOKE ALL ON FUNCTION journal.forget(text, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.forget(text, timestamptz, integer) TO ${app_role};
