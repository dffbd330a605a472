create schema if not exists incident;
grant usage on schema incident to ${app_role};

-- Nothing is ever deleted: the application role has no DELETE anywhere in this schema.

create table incident.known_application (
  id text primary key,
  code text not null,
  status text not null,
  tier text,
  digest text,
  product text,
  vendor text,
  department text,
  failover_mode text not null,
  backup text,
  route_zh text,
  route_en text,
  version bigint not null
);
create index on incident.known_application (lower(code));
grant select, insert, update on incident.known_application to ${app_role};

create table incident.incident (
  id uuid primary key,
  version bigint not null,
  state text not null,
  level text not null,
  category text not null,
  application text,
  reported_at timestamptz not null,
  due_at timestamptz not null,
  document jsonb not null
);
create index on incident.incident (reported_at desc);
create index on incident.incident (state, reported_at desc);
grant select, insert, update on incident.incident to ${app_role};

create table incident.failover_run (
  id uuid primary key,
  version bigint not null,
  stop_id uuid not null,
  state text not null,
  triggered_at timestamptz not null,
  document jsonb not null
);
create index on incident.failover_run (triggered_at) where state <> 'CLOSED';
grant select, insert, update on incident.failover_run to ${app_role};
