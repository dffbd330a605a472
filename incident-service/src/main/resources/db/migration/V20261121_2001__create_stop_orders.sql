-- One row, whose lock makes stops and lifts one sequence without gaps.
create table incident.stop_epoch (
  only_row boolean primary key default true check (only_row),
  epoch bigint not null check (epoch >= 0)
);
insert into incident.stop_epoch (epoch) values (0);
grant select, update on incident.stop_epoch to ${app_role};

-- What was ordered. The application role can change where an order stands, never what it says.
create table incident.stop_order (
  id uuid primary key,
  epoch bigint not null unique,
  scope_kind text not null check (scope_kind in ('ALL', 'VENDOR', 'DEPARTMENT', 'PRODUCT', 'APPLICATION')),
  scope_value text not null,
  reason text not null,
  note text,
  route_zh text not null,
  route_en text not null,
  issued_by text not null,
  issued_at timestamptz not null,
  -- I5: no stop without its incident and its fail-over run.
  incident_id uuid not null references incident.incident (id),
  failover_id uuid not null unique references incident.failover_run (id),
  -- LIFTED is no value of this column: whether an order is lifted stands in stop_lift only.
  standing text not null check (standing in
    ('IN_FORCE', 'CONFIRMED', 'UNCONFIRMED', 'RE_EVALUATING', 'RECOVERY_CONFIRMED')),
  recovery_id uuid,
  check ((standing in ('RE_EVALUATING', 'RECOVERY_CONFIRMED')) = (recovery_id is not null))
);
create index on incident.stop_order (scope_kind, lower(scope_value), epoch desc);
grant select, insert on incident.stop_order to ${app_role};
grant update (standing, recovery_id) on incident.stop_order to ${app_role};

create table incident.recovery (
  id uuid primary key,
  version bigint not null,
  stop_id uuid not null references incident.stop_order (id),
  failed boolean not null,
  document jsonb not null,
  unique (id, stop_id)
);
grant select, insert, update on incident.recovery to ${app_role};

-- A lift is a record of its own, written once: no update of any row can lift a stop, and none can
-- take a lift back. It cannot exist without a recovery of the same stop.
create table incident.stop_lift (
  stop_id uuid primary key references incident.stop_order (id),
  epoch bigint not null unique,
  recovery_id uuid not null,
  outcome text not null check (outcome in ('FIXED', 'MISTAKE')),
  lifted_by text not null,
  lifted_at timestamptz not null,
  foreign key (recovery_id, stop_id) references incident.recovery (id, stop_id)
);
grant select, insert on incident.stop_lift to ${app_role};

-- The whole truth about what is stopped.
create view incident.unlifted_stop as
  select o.*
  from incident.stop_order o
  where not exists (select from incident.stop_lift l where l.stop_id = o.id);
grant select on incident.unlifted_stop to ${app_role};
