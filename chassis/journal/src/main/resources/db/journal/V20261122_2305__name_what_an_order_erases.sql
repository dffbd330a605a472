-- An order to erase names what it destroys (data.numbers: stretches of numbers, each with its first and
-- its last), so that whoever verifies can tell an entry that was erased on an order from one that
-- somebody erased by hand. Exactly what is named is erased, or nothing.
CREATE OR REPLACE FUNCTION journal.erase_by_order(of_subject text, by_order uuid,
                                                  OUT erased bigint, OUT left_plain bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  numbers bigint[];
  named bigint[];
BEGIN
  IF NOT EXISTS (
    SELECT FROM journal.entries e
    WHERE e.id = by_order AND e.type = 'gatehouse.journal.erasure.ordered.v1'
      AND e.xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'an erasure needs its order' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (
    SELECT FROM journal.entries e
    WHERE e.subject = of_subject AND starts_with(e.type, 'gatehouse.journal.'))
  THEN
    RAISE EXCEPTION 'the subject is the journal itself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(array_agg(l.seq ORDER BY l.seq), '{}') INTO numbers
  FROM journal.entries e JOIN journal.leaves l USING (position)
  WHERE e.subject = of_subject AND e.salt IS NOT NULL;
  SELECT coalesce(array_agg(n ORDER BY n), '{}') INTO named
  FROM journal.entries e,
       jsonb_array_elements(convert_from(e.body, 'UTF8')::jsonb -> 'data' -> 'numbers') s,
       generate_series((s ->> 0)::bigint, (s ->> 1)::bigint) n
  WHERE e.id = by_order;
  SELECT e.erased, e.left_plain INTO erased, left_plain FROM journal.erase(of_subject) e;
  IF named <> numbers OR erased <> cardinality(numbers) THEN
    RAISE EXCEPTION 'the order does not name what it erases';
  END IF;
END
$$;

-- Whoever inspects the journal looks for the orders; there are few.
CREATE INDEX entries_orders ON journal.entries (position)
  WHERE type = 'gatehouse.journal.erasure.ordered.v1';
