-- Who releases a false positive names what was changed. Cases released before name nothing.
alter table gateway.block_case
  add column change_kind      text
    check (change_kind in ('ENGINE_RULE', 'DICTIONARY_ENTRY', 'POLICY', 'LAST_LOOK')),
  add column change_reference text,
  add column change_version   text;

alter table gateway.block_case
  add constraint block_case_names_its_change check (
    released_by is null
    or (change_kind is not null and change_reference is not null and change_version is not null)
  ) not valid;
