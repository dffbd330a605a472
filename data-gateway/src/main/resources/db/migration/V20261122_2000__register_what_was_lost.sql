-- An answer that was streamed and whose gateway died before it registered it: LOST. It is dealt with,
-- never taken, so only a rejection by a physician ends it.
alter table gateway.output
  drop constraint output_state_check,
  drop constraint output_check,
  add constraint output_state_check
    check (state in ('PENDING', 'CONFIRMED', 'EDITED', 'REJECTED', 'RELEASED', 'LOST')),
  add constraint output_judged_check
    check (state in ('PENDING', 'LOST') or (physician_ref is not null and judged_at is not null)),
  add constraint output_lost_check
    check (state <> 'LOST' or (not held and not complete));

-- How far the journal was looked through for such answers. What was decided before this migration
-- does not say whether it was streamed.
create table gateway.streams_looked_at (
  one boolean primary key default true check (one),
  seq bigint not null
);
insert into gateway.streams_looked_at (seq) select coalesce(max(seq), 0) from journal.leaves;
grant select, update (seq) on gateway.streams_looked_at to ${app_role};
