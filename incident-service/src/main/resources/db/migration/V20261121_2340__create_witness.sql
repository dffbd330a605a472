-- Checkpoints of the other services' journals, as they were heard. The application role can add and
-- read; what contradicts is kept beside what it contradicts.
create table incident.witnessed_log (
  origin text primary key,
  verifier_key text not null
);
-- update only for the row lock that keeps two checkpoints of one log apart
grant select, insert, update on incident.witnessed_log to ${app_role};

create table incident.kept_checkpoint (
  id bigint generated always as identity primary key,
  origin text not null,
  size bigint not null,
  root text not null,
  note text not null,
  standing text not null check (standing in ('FIRST', 'CONTINUES', 'UNPROVEN', 'FORKED', 'FOREIGN_KEY')),
  kept_at timestamptz not null
);
create index kept_checkpoint_by_log on incident.kept_checkpoint (origin, size);
-- Of one log and size only one can be believed.
create unique index one_trusted_checkpoint on incident.kept_checkpoint (origin, size)
  where standing in ('FIRST', 'CONTINUES');
grant select, insert on incident.kept_checkpoint to ${app_role};
