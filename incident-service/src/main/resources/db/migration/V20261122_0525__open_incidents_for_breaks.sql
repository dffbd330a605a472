-- One incident for each break of a journal, however often it is told.
create table incident.journal_break (
  origin text not null,
  kind text not null,
  first bigint not null,
  incident_id uuid not null unique
    references incident.incident (id) deferrable initially deferred,
  primary key (origin, kind, first)
);
grant select, insert on incident.journal_break to ${app_role};

-- What goes on from an earlier checkpoint than the last that was kept.
alter table incident.kept_checkpoint
  drop constraint kept_checkpoint_standing_check,
  add constraint kept_checkpoint_standing_check check
    (standing in ('FIRST', 'CONTINUES', 'UNPROVEN', 'FORKED', 'SET_BACK', 'FOREIGN_KEY'));
