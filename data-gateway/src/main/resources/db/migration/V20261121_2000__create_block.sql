-- What was held back at the door. No column takes text of a call.
create schema if not exists gateway;

create table gateway.block (
  id          uuid        primary key,
  blocked_at  timestamptz not null,
  reason      text        not null,
  application text        not null,
  deployment  text,
  zone        text,
  client      text        not null,
  role        text        not null,
  counts      jsonb       not null,
  places      jsonb       not null
);

create index block_blocked_at on gateway.block (blocked_at);
create index block_application on gateway.block (application, id desc);

grant usage on schema gateway to ${app_role};
grant select, insert on gateway.block to ${app_role};
