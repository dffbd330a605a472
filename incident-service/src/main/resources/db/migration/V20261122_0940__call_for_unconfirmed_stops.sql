-- Who was called because a stop was not confirmed in time, and whom it was waiting for.
create table incident.stop_call (
  stop_id uuid not null references incident.stop_order (id),
  rung int not null check (rung > 0),
  epoch bigint not null,
  role text not null,
  called_at timestamptz not null,
  missing jsonb not null,
  primary key (stop_id, rung)
);
create index stop_call_by_time on incident.stop_call (called_at desc);
grant select, insert on incident.stop_call to ${app_role};
