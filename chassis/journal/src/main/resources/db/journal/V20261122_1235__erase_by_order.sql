-- The application role cannot change an entry. Through this it can erase what those of a subject said,
-- on an order that is an entry of the same transaction: no erasure without the word of who ordered
-- it. What the journal says of itself (breaks, replays, orders) cannot be erased.
CREATE FUNCTION journal.erase_by_order(of_subject text, by_order uuid,
                                       OUT erased bigint, OUT left_plain bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
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
  SELECT e.erased, e.left_plain INTO erased, left_plain FROM journal.erase(of_subject) e;
END
$$;
REVOKE ALL ON FUNCTION journal.erase_by_order(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.erase_by_order(text, uuid) TO ${app_role};
