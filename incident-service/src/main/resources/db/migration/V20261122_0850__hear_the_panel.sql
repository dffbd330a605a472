-- What the panel decided in admission-service on our stops (G-55). No reference to the stop: news
-- of admission's is kept as it comes, and read by the stop's id.
create table incident.panel_decision (
  case_id uuid primary key,
  round_id uuid not null,
  stop_id uuid not null,
  approved boolean not null,
  digests varchar[] not null,
  suite_report text not null,
  clinical_report text not null
);
create index panel_decision_stop on incident.panel_decision (stop_id);
grant select, insert on incident.panel_decision to ${app_role};

-- A round that somebody typed in proves nothing any more.
update incident.recovery set document = document #- '{items,panel}'
  where document #> '{items,panel}' is not null;
