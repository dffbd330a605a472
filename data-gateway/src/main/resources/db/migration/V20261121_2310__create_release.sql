-- The way of an output into a record, and what record systems say they wrote.
create table gateway.release_token (
  id             uuid        primary key,
  secret_hash    text        not null unique,
  output_id      uuid        not null references gateway.output,
  content_digest text        not null,
  physician_ref  text        not null,
  encounter_ref  text        not null,
  target         text        not null check (target in ('RECORD', 'REPORT_CONCLUSION', 'PATIENT')),
  issued_at      timestamptz not null,
  expires_at     timestamptz not null,
  spent_at       timestamptz,
  voided_at      timestamptz,
  check (spent_at is null or voided_at is null)
);

create index release_token_output on gateway.release_token (output_id);

create table gateway.write_back (
  id             uuid        primary key,
  output_id      uuid        not null references gateway.output,
  content_digest text        not null,
  written_at     timestamptz not null,
  client         text        not null
);

create index write_back_output on gateway.write_back (output_id, content_digest);

create table gateway.reconciliation (
  day           date        primary key,
  reconciled_at timestamptz not null,
  findings      jsonb       not null
);

-- Stops, as far as answers given before them are concerned.
create table gateway.recall (
  stop_id     text        primary key,
  kind        text        not null,
  value       text        not null,
  recalled_at timestamptz not null
);

grant select, insert, update on gateway.release_token to ${app_role};
grant select, insert on gateway.write_back to ${app_role};
grant select, insert on gateway.reconciliation to ${app_role};
grant select, insert on gateway.recall to ${app_role};
