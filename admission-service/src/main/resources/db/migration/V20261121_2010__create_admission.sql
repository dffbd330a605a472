-- Columns are what queries and constraints need; the rest of an aggregate is one document. Nothing
-- is deleted: the application role has no DELETE on any table.
CREATE SCHEMA IF NOT EXISTS admission;
GRANT USAGE ON SCHEMA admission TO ${app_role};

CREATE TABLE admission.vendor (
  credit_code text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE admission.product (
  id uuid PRIMARY KEY,
  vendor text NOT NULL REFERENCES admission.vendor,
  name text NOT NULL,
  kind text NOT NULL,
  device boolean NOT NULL,
  UNIQUE (vendor, name)
);

CREATE TABLE admission.product_version (
  id uuid PRIMARY KEY,
  product uuid NOT NULL REFERENCES admission.product,
  version text NOT NULL,
  artefact_digest text NOT NULL,
  config_digest text NOT NULL,
  change_class text NOT NULL,
  release_note text NOT NULL,
  UNIQUE (product, version),
  UNIQUE (product, artefact_digest, config_digest)
);

CREATE TABLE admission.scenario (
  code text PRIMARY KEY,
  department text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  severity text NOT NULL,
  invasive boolean NOT NULL,
  emergency boolean NOT NULL
);

CREATE TABLE admission.application (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  vendor text NOT NULL REFERENCES admission.vendor,
  state text NOT NULL,
  revision bigint NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX application_vendor ON admission.application (vendor);

CREATE TABLE admission.admission_case (
  id uuid PRIMARY KEY,
  application uuid NOT NULL REFERENCES admission.application,
  vendor text NOT NULL,
  digest text NOT NULL,
  scenario text NOT NULL,
  state text NOT NULL,
  vetoed_hash text,
  revision bigint NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX admission_case_application ON admission.admission_case (application, id);
CREATE INDEX admission_case_vetoed
  ON admission.admission_case (vendor, digest, scenario, vetoed_hash)
  WHERE vetoed_hash IS NOT NULL;

CREATE TABLE admission.filing (
  id uuid PRIMARY KEY,
  application uuid NOT NULL REFERENCES admission.application,
  state text NOT NULL,
  number text UNIQUE,
  revision bigint NOT NULL,
  document jsonb NOT NULL
);
CREATE INDEX filing_application ON admission.filing (application, id);
CREATE SEQUENCE admission.filing_number;

CREATE TABLE admission.competence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff text NOT NULL,
  product text NOT NULL,
  valid_until date NOT NULL
);
CREATE INDEX competence_staff ON admission.competence (staff, product);

CREATE TABLE admission.assessment_window (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff text NOT NULL,
  starts timestamptz NOT NULL,
  ends timestamptz NOT NULL,
  CHECK (starts < ends)
);
CREATE INDEX assessment_window_staff ON admission.assessment_window (staff);

-- A lifting that arrives first leaves a row without scope, so that its stop never takes effect.
CREATE TABLE admission.known_stop (
  stop_id text PRIMARY KEY,
  epoch bigint,
  kind text,
  value text,
  lifted boolean NOT NULL DEFAULT false
);

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA admission TO ${app_role};
-- Vendors, products, versions, scenarios and training are only ever added (G-02).
GRANT UPDATE ON admission.application, admission.admission_case, admission.filing,
  admission.known_stop TO ${app_role};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA admission TO ${app_role};
