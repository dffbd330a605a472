-- consent-service: what people are asked, what they said, and nothing that names them.
CREATE SCHEMA IF NOT EXISTS consent;
GRANT USAGE ON SCHEMA consent TO "${app_role}";

-- Copy of admission-service's applications, one row per version that was learned.
CREATE TABLE consent.application (
  id         varchar(100) NOT NULL,
  version    bigint       NOT NULL,
  code       varchar(100) NOT NULL,
  tier       varchar(10)  NOT NULL CHECK (tier IN ('LOW', 'MEDIUM', 'HIGH')),
  status     varchar(40)  NOT NULL,
  learned_at timestamptz  NOT NULL,
  PRIMARY KEY (id, version)
);
CREATE INDEX application_by_code ON consent.application (code, version DESC);

-- Every text that people were shown, under the SHA-256 of its bytes.
CREATE TABLE consent.text (
  digest  varchar(71) PRIMARY KEY,
  content bytea       NOT NULL,
  CHECK (digest = 'sha256:' || encode(sha256(content), 'hex'))
);

CREATE TABLE consent.scope (
  id          uuid         PRIMARY KEY,
  kind        varchar(20)  NOT NULL,
  application varchar(100) NOT NULL,
  purpose     varchar(20)  NOT NULL,
  study       varchar(100),
  closed_at   timestamptz
);
CREATE UNIQUE INDEX scope_open ON consent.scope (application, purpose) WHERE closed_at IS NULL;

CREATE TABLE consent.scope_version (
  scope_id       uuid        NOT NULL REFERENCES consent.scope,
  number         integer     NOT NULL,
  terms          jsonb       NOT NULL,
  hash           varchar(71) NOT NULL,
  ends_old       boolean     NOT NULL,
  in_force_since timestamptz NOT NULL,
  PRIMARY KEY (scope_id, number)
);

CREATE TABLE consent.template (
  id            uuid        PRIMARY KEY,
  scope_id      uuid        NOT NULL REFERENCES consent.scope,
  scope_version integer     NOT NULL,
  kind          varchar(20) NOT NULL,
  tier          varchar(10) NOT NULL,
  content       jsonb       NOT NULL,
  author        varchar(200) NOT NULL,
  state         varchar(20) NOT NULL,
  digest        varchar(71) NOT NULL,
  ethics_reference   varchar(100),
  ethics_approved_on date,
  published_by  varchar(200),
  published_at  timestamptz,
  ended_at      timestamptz,
  version       bigint      NOT NULL
);
CREATE UNIQUE INDEX template_published ON consent.template (scope_id) WHERE state = 'PUBLISHED';

-- A published text is never edited, whatever the code above does.
CREATE FUNCTION consent.keep_published_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL
     AND (NEW.content, NEW.digest, NEW.scope_id, NEW.scope_version, NEW.tier, NEW.published_at)
         IS DISTINCT FROM
         (OLD.content, OLD.digest, OLD.scope_id, OLD.scope_version, OLD.tier, OLD.published_at)
  THEN
    RAISE EXCEPTION 'a published template is never edited';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published_text BEFORE UPDATE ON consent.template
  FOR EACH ROW EXECUTE FUNCTION consent.keep_published_text();

CREATE TABLE consent.notice (
  id           uuid         PRIMARY KEY,
  application  varchar(100) NOT NULL,
  version      integer      NOT NULL,
  tier         varchar(10)  NOT NULL CHECK (tier IN ('LOW', 'MEDIUM')),
  zh           text         NOT NULL,
  en           text         NOT NULL,
  digest       varchar(71)  NOT NULL REFERENCES consent.text,
  published_at timestamptz  NOT NULL,
  UNIQUE (application, version)
);

-- One row per person, so that there is something to lock before the person is known for anything.
CREATE TABLE consent.subject (
  subject_ref varchar(76) PRIMARY KEY
);

CREATE TABLE consent.consent (
  id            uuid         PRIMARY KEY,
  subject_ref   varchar(76)  NOT NULL REFERENCES consent.subject,
  scope_id      uuid         NOT NULL REFERENCES consent.scope,
  scope_version integer      NOT NULL,
  application   varchar(100) NOT NULL,
  purpose       varchar(20)  NOT NULL,
  template_id   uuid         NOT NULL REFERENCES consent.template,
  text_digest   varchar(71)  NOT NULL,
  channel       varchar(20)  NOT NULL,
  presented_at  timestamptz  NOT NULL,
  state         varchar(20)  NOT NULL,
  since         timestamptz  NOT NULL,
  signature     jsonb,
  ends_at       timestamptz,
  version       bigint       NOT NULL
);
CREATE INDEX consent_by_subject ON consent.consent (subject_ref, presented_at);

-- What people said or were told, bitemporal: signed_at is when, recorded_at is when we learned it.
CREATE TABLE consent.fact (
  id              uuid         PRIMARY KEY,
  subject_ref     varchar(76)  NOT NULL REFERENCES consent.subject,
  said            varchar(20)  NOT NULL,
  covers          varchar(20)  NOT NULL,
  application     varchar(100),
  purpose         varchar(20),
  scope_id        uuid,
  scope_version   integer,
  categories      varchar(400)[],
  form            varchar(20),
  text_digest     varchar(71),
  reference       uuid,
  consent_version bigint,
  encounter       varchar(100),
  signed_at       timestamptz  NOT NULL,
  recorded_at     timestamptz  NOT NULL,
  ends_at         timestamptz
);
CREATE INDEX fact_by_subject ON consent.fact (subject_ref, signed_at);

CREATE TABLE consent.withdrawal (
  id           uuid         PRIMARY KEY,
  subject_ref  varchar(76)  NOT NULL REFERENCES consent.subject,
  kind         varchar(20)  NOT NULL,
  covers       varchar(20)  NOT NULL,
  application  varchar(100),
  purpose      varchar(20),
  scope_id     uuid,
  channel      varchar(20)  NOT NULL,
  wish         varchar(30),
  effective_at timestamptz  NOT NULL,
  ended        uuid[]       NOT NULL
);
CREATE INDEX withdrawal_by_subject ON consent.withdrawal (subject_ref, effective_at);

-- Only what has a life may be updated; nothing may be deleted.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA consent TO "${app_role}";
GRANT UPDATE (closed_at) ON consent.scope TO "${app_role}";
GRANT UPDATE ON consent.template, consent.consent TO "${app_role}";
-- SELECT ... FOR UPDATE asks for the right to update.
GRANT UPDATE ON consent.subject TO "${app_role}";
