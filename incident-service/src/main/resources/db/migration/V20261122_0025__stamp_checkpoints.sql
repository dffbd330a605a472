-- What a time-stamping authority (RFC 3161) has said of witnessed checkpoints.
create table incident.checkpoint_stamp (
  id bigint generated always as identity primary key,
  origin text not null,
  size bigint not null,
  token text not null,
  stamped_at timestamptz not null,
  unique (origin, size)
);
grant select, insert on incident.checkpoint_stamp to ${app_role};
