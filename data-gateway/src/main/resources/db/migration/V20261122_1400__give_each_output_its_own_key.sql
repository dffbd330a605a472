-- The texts of an output are sealed under a key of its own, which stands here wrapped by the service
-- key that key_id names. Copies of the texts say nothing without it.
create table gateway.output_key (
  output_id uuid  primary key references gateway.output,
  key_id    text  not null,
  nonce     bytea not null check (length(nonce) = 12),
  wrapped   bytea not null check (length(wrapped) = 48)
);
grant select, insert on gateway.output_key to ${app_role};

-- Null: sealed under the output's own key. Older texts name the service key that sealed them.
alter table gateway.output_content alter column key_id drop not null;

alter table gateway.output add column erased_at timestamptz;

-- What nobody decides about an output is not changed by its decisions either, nor that it is erased.
revoke update on gateway.output from ${app_role};
grant update (version, digest, state, physician_ref, judged_at, has_statement, reading_millis, hasty,
              reason, release_token)
  on gateway.output to ${app_role};

-- Whoever destroys the salt of what the journal says of an output destroys its key as well, in the
-- same transaction, be it on an order (journal.erase_by_order) or as the owner (journal.erase).
-- Texts from before there were such keys go with their rows.
create function gateway.forget_output() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  update gateway.output set erased_at = now()
   where id = old.subject::uuid and erased_at is null;
  delete from gateway.output_key where output_id = old.subject::uuid;
  delete from gateway.output_content where output_id = old.subject::uuid;
  return null;
end
$$;

create trigger forget_output after update of salt on journal.entries
  for each row
  when (starts_with(old.type, 'gatehouse.gateway.output.')
        and old.salt is not null and new.salt is null)
  execute function gateway.forget_output();
