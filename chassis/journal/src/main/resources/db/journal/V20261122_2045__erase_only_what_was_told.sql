-- Each statement of a function sees what was committed before that statement: an entry of the subject
-- that came behind a first look was erased before it had a number and was told. Now the look is at
-- exactly the rows that were wiped, in the same statement; if one of them came too early, all of it is
-- undone.
CREATE OR REPLACE FUNCTION journal.erase(of_subject text, OUT erased bigint, OUT left_plain bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  too_early bigint;
BEGIN
  WITH wiped AS (
    UPDATE journal.entries e
    SET commitment = sha256(e.salt
                            || int2send(octet_length(coalesce(e.request_id, ''))::smallint)
                            || convert_to(coalesce(e.request_id, ''), 'UTF8')
                            || e.body),
        salt = NULL, body = '{}', subject = 'erased', version = 0, occurred_at = e.recorded_at,
        actor_role = '', actor_hash = '', clauses = '{}', request_id = NULL
    WHERE e.subject = of_subject AND e.salt IS NOT NULL
    RETURNING e.position, e.topic)
  SELECT count(*),
         count(*) FILTER (
           WHERE l.seq IS NULL
                 OR w.topic IS NOT NULL AND l.seq > (SELECT p.seq FROM journal.published p))
    INTO erased, too_early
    FROM wiped w LEFT JOIN journal.leaves l USING (position);
  IF too_early > 0 THEN
    RAISE EXCEPTION 'entries of the subject are still to be numbered or published';
  END IF;
  SELECT count(*) INTO left_plain FROM journal.entries e
  WHERE e.subject = of_subject AND e.salt IS NULL AND e.commitment IS NULL;
END
$$;
