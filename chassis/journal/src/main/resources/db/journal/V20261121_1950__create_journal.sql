-- What this service did, in order, provably, and told to others.
-- The application role may add and read; nothing that is proof can it change or remove.

CREATE SCHEMA IF NOT EXISTS journal;
GRANT USAGE ON SCHEMA journal TO ${app_role};

-- position is drawn when the row is inserted, after the caller took the row lock of its aggregate:
-- within a subject it is the order of the acts, across subjects it means nothing.
CREATE TABLE journal.entries (
  position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id          uuid NOT NULL UNIQUE,
  type        text NOT NULL,
  subject     text NOT NULL,
  version     bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor_role  text NOT NULL,
  actor_hash  text NOT NULL,
  clauses     text[] NOT NULL,
  topic       text,
  request_id  text,
  body        bytea NOT NULL
);
GRANT INSERT, SELECT ON journal.entries TO ${app_role};

-- Entries without a number yet. append fills it, the sequencer drains it: finding work never reads
-- the entries. It changes all the time and stays small, so it is vacuumed by count, not by share.
CREATE TABLE journal.pending (
  position bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
GRANT INSERT, SELECT, DELETE ON journal.pending TO ${app_role};

-- The gap-free number (1, 2, 3, ...) and the RFC 9162 leaf hash; leaf index = seq - 1.
CREATE TABLE journal.leaves (
  seq      bigint PRIMARY KEY,
  position bigint NOT NULL UNIQUE,
  hash     bytea NOT NULL CHECK (length(hash) = 32)
);
GRANT INSERT, SELECT ON journal.leaves TO ${app_role};

-- Signed tree heads (C2SP tlog-checkpoint), one per batch. peaks: the roots of the full subtrees,
-- largest first, from which the next sequencer goes on without reading all leaves.
CREATE TABLE journal.checkpoints (
  size      bigint PRIMARY KEY,
  note      text NOT NULL,
  peaks     bytea NOT NULL,
  signed_at timestamptz NOT NULL
);
GRANT INSERT, SELECT ON journal.checkpoints TO ${app_role};

-- Every key that ever signed, as C2SP verifier key. seed only for keys that the library made itself
-- because none was configured (development).
CREATE TABLE journal.keys (
  verifier_key text PRIMARY KEY,
  seed         bytea,
  since        timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX one_generated_key ON journal.keys ((true)) WHERE seed IS NOT NULL;
GRANT INSERT, SELECT ON journal.keys TO ${app_role};

-- Up to which number the entries with a topic are acknowledged by the broker.
CREATE TABLE journal.published (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL
);
INSERT INTO journal.published (seq) VALUES (0);
GRANT SELECT, UPDATE ON journal.published TO ${app_role};

-- Events whose effect is in this database.
CREATE TABLE journal.inbox (
  topic       text NOT NULL,
  event_id    uuid NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, event_id)
);
GRANT INSERT, SELECT ON journal.inbox TO ${app_role};

-- Events that were refused for good, and the later ones of the same key, which wait behind them.
CREATE TABLE journal.parked (
  topic         text NOT NULL,
  partition     integer NOT NULL,
  record_offset bigint NOT NULL,
  event_key     text NOT NULL,
  headers       text NOT NULL,
  body          bytea,
  reason        text NOT NULL,
  parked_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, partition, record_offset)
);
CREATE INDEX parked_by_key ON journal.parked (topic, event_key);
GRANT INSERT, SELECT, DELETE ON journal.parked TO ${app_role};
