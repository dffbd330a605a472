-- What AIs said, and what physicians decided about it. People stand here as references only.
create table gateway.output (
  id              uuid        primary key,
  version         bigint      not null,
  permit_id       uuid        not null,
  application     text        not null,
  application_id  text,
  product_digest  text,
  product         text,
  vendor          text,
  department      text,
  deployment      text        not null,
  subject_ref     text,
  encounter_ref   text,
  user_ref        text,
  input_digest    text        not null,
  produced_digest text        not null,
  characters      bigint      not null,
  complete        boolean     not null,
  held            boolean     not null,
  digest          text        not null,
  state           text        not null
    check (state in ('PENDING', 'CONFIRMED', 'EDITED', 'REJECTED', 'RELEASED')),
  physician_ref   text,
  judged_at       timestamptz,
  has_statement   boolean,
  reading_millis  bigint,
  hasty           boolean,
  reason          text,
  release_token   uuid,
  registered_at   timestamptz not null,
  -- No way around the physician, not even through the database.
  check (state = 'PENDING' or (physician_ref is not null and judged_at is not null)),
  check (state <> 'RELEASED' or release_token is not null)
);

create index output_state on gateway.output (state, id desc);
create index output_user on gateway.output (user_ref, id desc);
create index output_physician on gateway.output (physician_ref, judged_at desc);
create index output_application on gateway.output (application, registered_at);

-- Texts, sealed with AES-256-GCM; what names the row is bound into the seal.
create table gateway.output_content (
  output_id uuid   not null references gateway.output,
  version   bigint not null,
  part      text   not null check (part in ('PRODUCED', 'EDITED', 'STATEMENT')),
  key_id    text   not null,
  nonce     bytea  not null,
  sealed    bytea  not null,
  primary key (output_id, version, part)
);

-- Since when a physician has seen a text: the beginning of reading.
create table gateway.output_showing (
  output_id     uuid        not null references gateway.output,
  physician_ref text        not null,
  shown_at      timestamptz not null,
  primary key (output_id, physician_ref)
);

grant select, insert, update on gateway.output to ${app_role};
grant select, insert on gateway.output_content to ${app_role};
grant select, insert on gateway.output_showing to ${app_role};
