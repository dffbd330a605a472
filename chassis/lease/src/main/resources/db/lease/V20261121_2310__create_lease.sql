-- What an owner's leases stand on. The application role may add and read; what was confirmed once
-- can it neither change nor remove.
CREATE SCHEMA IF NOT EXISTS lease;
GRANT USAGE ON SCHEMA lease TO ${app_role};

-- One row; whoever adds facts locks it until commit, so that versions have no gaps and become
-- visible in their order.
CREATE TABLE lease.version (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version  bigint NOT NULL CHECK (version >= 0)
);
INSERT INTO lease.version (version) VALUES (0);
GRANT SELECT, UPDATE ON lease.version TO ${app_role};

-- What holders must no longer rely on. origin: what made it so, where somebody asks whether it is
-- enforced.
CREATE TABLE lease.facts (
  version bigint PRIMARY KEY,
  about   text NOT NULL,
  key     text NOT NULL,
  origin  uuid
);
CREATE INDEX ON lease.facts (origin) WHERE origin IS NOT NULL;
GRANT SELECT, INSERT ON lease.facts TO ${app_role};

-- Up to this version no holder can act on anything older, since this moment. holders: who said so,
-- and whose lease had run out.
CREATE TABLE lease.enforcements (
  version     bigint PRIMARY KEY,
  epoch       uuid NOT NULL,
  enforced_at timestamptz NOT NULL,
  holders     jsonb NOT NULL
);
GRANT SELECT, INSERT ON lease.enforcements TO ${app_role};
