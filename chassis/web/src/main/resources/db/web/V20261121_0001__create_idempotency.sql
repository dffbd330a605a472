create schema web;
grant usage on schema web to ${app_role};

create table web.idempotency (
  caller      text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      integer,
  body        text,
  location    text,
  tag         text,
  created_at  timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_by_age on web.idempotency (created_at);
grant select, insert, update, delete on web.idempotency to ${app_role};
