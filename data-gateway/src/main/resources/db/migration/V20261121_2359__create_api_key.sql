-- Keys for programs; of the secret only its hash.
create table gateway.api_key (
  id          uuid        primary key,
  secret_hash text        not null unique,
  client      text        not null,
  application text,
  scopes      text        not null,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz
);

grant select, insert on gateway.api_key to ${app_role};
-- A key may end earlier; nothing else of it may change.
grant update (expires_at, revoked_at) on gateway.api_key to ${app_role};
