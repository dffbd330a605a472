-- Decisions about outputs that came faster than a human reads (G-30). A later decision about the
-- same output replaces the judgement in gateway.output, and nothing here.
create table gateway.hasty_decision (
  output_id      uuid        not null references gateway.output,
  version        bigint      not null,
  decision       text        not null check (decision in ('CONFIRMED', 'EDITED', 'REJECTED')),
  physician_ref  text        not null,
  application    text        not null,
  reading_millis bigint      not null,
  decided_at     timestamptz not null,
  primary key (output_id, version)
);

create index hasty_decision_time on gateway.hasty_decision (decided_at);

-- What was marked before this table was there.
insert into gateway.hasty_decision
select id, version, case state when 'RELEASED' then 'CONFIRMED' else state end, physician_ref,
       application, reading_millis, judged_at
  from gateway.output
 where hasty and reading_millis is not null and state <> 'PENDING';

grant select, insert on gateway.hasty_decision to ${app_role};
