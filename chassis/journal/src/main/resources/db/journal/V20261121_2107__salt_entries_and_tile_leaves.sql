-- Entries can be erased and stay proven; proofs are read from few rows.

-- Leaf format 2 binds body and request id by SHA-256(salt, request id, body): while the salt is
-- there, the entry can be proven; once salt and body are destroyed, nobody can tell from the
-- commitment what they were. An entry without a salt is of format 1, from before this migration.
ALTER TABLE journal.entries
  ADD COLUMN salt bytea,
  ADD COLUMN commitment bytea,
  ADD CONSTRAINT salt_has_32_bytes CHECK (length(salt) = 32),
  ADD CONSTRAINT salted_or_erased CHECK (salt IS NULL OR commitment IS NULL);

-- Roots of the full subtrees of 256 leaves: tile n covers the numbers 256 n + 1 to 256 n + 256.
-- Older tiles may be missing; then their leaves are read.
CREATE TABLE journal.tiles (
  number bigint PRIMARY KEY,
  hash   bytea NOT NULL CHECK (length(hash) = 32)
);
GRANT INSERT, SELECT ON journal.tiles TO ${app_role};

-- Erases what the entries of a subject said: salts, bodies and all that repeats them. What is left
-- is when, of which type, and the commitment, so that every checkpoint still verifies. For the
-- owner only; irreversible. left_plain counts entries of format 1, whose digest would give a
-- guessable body away: they are not touched.
CREATE FUNCTION journal.erase(of_subject text, OUT erased bigint, OUT left_plain bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (
    SELECT FROM journal.entries e LEFT JOIN journal.leaves l USING (position)
    WHERE e.subject = of_subject
      AND (l.seq IS NULL
           OR e.topic IS NOT NULL AND l.seq > (SELECT p.seq FROM journal.published p)))
  THEN
    RAISE EXCEPTION 'entries of the subject are still to be numbered or published';
  END IF;
  SELECT count(*) INTO left_plain FROM journal.entries e
  WHERE e.subject = of_subject AND e.salt IS NULL AND e.commitment IS NULL;
  UPDATE journal.entries e
  SET commitment = sha256(e.salt
                          || int2send(octet_length(coalesce(e.request_id, ''))::smallint)
                          || convert_to(coalesce(e.request_id, ''), 'UTF8')
                          || e.body),
      salt = NULL, body = '{}', subject = 'erased', version = 0, occurred_at = e.recorded_at,
      actor_role = '', actor_hash = '', clauses = '{}', request_id = NULL
  WHERE e.subject = of_subject AND e.salt IS NOT NULL;
  GET DIAGNOSTICS erased = ROW_COUNT;
END
$$;
REVOKE ALL ON FUNCTION journal.erase(text) FROM PUBLIC;
