-- How withdrawals are handled. The withdrawal itself is in force before any of this; all of it is
-- only ever added.
CREATE TABLE consent.withdrawal_acknowledgement (
  withdrawal_id   uuid        NOT NULL REFERENCES consent.withdrawal,
  holder          varchar(60) NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  PRIMARY KEY (withdrawal_id, holder)
);

CREATE TABLE consent.withdrawal_disposition (
  withdrawal_id uuid         PRIMARY KEY REFERENCES consent.withdrawal,
  outcome       varchar(20)  NOT NULL,
  law           varchar(300),
  proof         varchar(80),
  disposed_at   timestamptz  NOT NULL,
  CHECK (outcome = 'DISPOSED' AND proof IS NOT NULL OR outcome = 'KEPT_BY_LAW' AND law IS NOT NULL)
);

CREATE TABLE consent.withdrawal_confirmation (
  withdrawal_id uuid        PRIMARY KEY REFERENCES consent.withdrawal,
  channel       varchar(20) NOT NULL,
  text_digest   char(64)    NOT NULL,
  confirmed_at  timestamptz NOT NULL
);

CREATE TABLE consent.withdrawal_escalation (
  withdrawal_id uuid        NOT NULL REFERENCES consent.withdrawal,
  step          varchar(20) NOT NULL,
  due_at        timestamptz NOT NULL,
  PRIMARY KEY (withdrawal_id, step)
);

CREATE INDEX withdrawal_by_age ON consent.withdrawal (effective_at, id) WHERE kind = 'WITHDRAWAL';

GRANT SELECT, INSERT ON consent.withdrawal_acknowledgement, consent.withdrawal_disposition,
  consent.withdrawal_confirmation, consent.withdrawal_escalation TO "${app_role}";
