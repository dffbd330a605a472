-- What the security desk makes of blocks, and sources that it shut out.
create table gateway.block_case (
  block_id    uuid        primary key references gateway.block,
  version     bigint      not null,
  state       text        not null check (state in ('TRIAGED', 'EXPLAINED', 'RELEASED', 'CLOSED')),
  verdict     text        not null check (verdict in ('TRUE_BLOCK', 'FALSE_POSITIVE', 'TEST')),
  triaged_by  text        not null,
  released_by text,
  explanation text,
  changed_at  timestamptz not null,
  -- Two persons, and only for what was held back wrongly.
  check (released_by is null or (released_by <> triaged_by and verdict = 'FALSE_POSITIVE'))
);

create index block_client on gateway.block (client, blocked_at);

create table gateway.quarantine (
  id       uuid        primary key,
  client   text        not null,
  by_ref   text        not null,
  began_at timestamptz not null,
  ended_at timestamptz
);

-- One at a time.
create unique index quarantine_in_force on gateway.quarantine (client) where ended_at is null;

grant select, insert, update on gateway.block_case to ${app_role};
grant select, insert on gateway.quarantine to ${app_role};
grant update (ended_at) on gateway.quarantine to ${app_role};
