-- What the gateways apply while a drill runs. Not in stop_order: a lift without a recovery must not
-- be possible there, whatever the order's reason.
create table incident.stop_drill (
  id uuid primary key,
  epoch bigint not null unique,
  application text not null,
  route_zh text not null,
  route_en text not null,
  started_at timestamptz not null,
  ended_epoch bigint unique check (ended_epoch > epoch)
);
grant select, insert, update (ended_epoch) on incident.stop_drill to ${app_role};

-- Who drilled when, and what it showed.
create table incident.drill (
  id uuid primary key references incident.stop_drill (id),
  epoch bigint not null unique,
  started_by text not null,
  started_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  ended_epoch bigint,
  enforced_at timestamptz,
  gateways int,
  check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_epoch is null)),
  check ((enforced_at is null) = (gateways is null))
);
create unique index one_drill_runs on incident.drill ((true)) where ended_epoch is null;
-- the row lock needs a right to update
grant select, insert, update (ended_by, ended_at, ended_epoch, enforced_at, gateways)
  on incident.drill to ${app_role};
