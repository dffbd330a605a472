-- The gateway's processes, each of which says every few seconds that it is there. What one of them
-- let out as a stream and did not register is lost once it has been silent for long; nobody need
-- wait until no stream could still run.
create table gateway.process (
  id      uuid primary key,
  seen_at timestamptz not null
);
grant select, insert, update (seen_at), delete on gateway.process to ${app_role};
