-- The one incident about each overdue withdrawal. Those told before this table have theirs; told
-- again, they get another.
create table incident.overdue_withdrawal (
  withdrawal text primary key,
  incident_id uuid not null references incident.incident (id)
);
grant select, insert on incident.overdue_withdrawal to ${app_role};
