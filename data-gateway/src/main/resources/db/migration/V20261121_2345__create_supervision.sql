-- Permits of systems outside the gateway, which the outputs they register are held against.
create table gateway.granted_permit (
  id             uuid        primary key,
  client         text        not null,
  application    text        not null,
  application_id text,
  product_digest text,
  product        text,
  vendor         text,
  department     text,
  subject_ref    text,
  encounter_ref  text,
  user_ref       text,
  decided_at     timestamptz not null
);

-- Physicians who watch devices.
create table gateway.supervision (
  id            uuid        primary key,
  application   text        not null,
  encounter_ref text        not null,
  physician_ref text        not null,
  started_at    timestamptz not null,
  last_beat_at  timestamptz not null,
  ended_at      timestamptz
);

create index supervision_open on gateway.supervision (application, encounter_ref)
  where ended_at is null;

grant select, insert on gateway.granted_permit to ${app_role};
grant select, insert, update on gateway.supervision to ${app_role};
