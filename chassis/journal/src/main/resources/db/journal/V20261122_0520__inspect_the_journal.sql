-- How far this service has looked at its own journal again. NEW follows what is signed, ALL begins
-- anew now and then. peaks: the tree over the first size entries, as it was recomputed; good: the
-- last checkpoint that fitted it; found: what this pass has told already.
CREATE TABLE journal.passes (
  pass     text PRIMARY KEY CHECK (pass IN ('NEW', 'ALL')),
  size     bigint NOT NULL DEFAULT 0,
  good     bigint NOT NULL DEFAULT 0,
  peaks    bytea NOT NULL DEFAULT '',
  found    text[] NOT NULL DEFAULT '{}',
  ended_at timestamptz
);
INSERT INTO journal.passes (pass) VALUES ('NEW'), ('ALL');
GRANT SELECT, UPDATE ON journal.passes TO ${app_role};

-- Where the journal contradicts itself or what was signed of it. Told outside the journal, too: a
-- journal that is broken may not be able to publish.
CREATE TABLE journal.breaks (
  kind     text NOT NULL,
  first    bigint NOT NULL,
  last     bigint NOT NULL,
  found_at timestamptz NOT NULL,
  told     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (kind, first)
);
GRANT SELECT, INSERT, UPDATE (told, last) ON journal.breaks TO ${app_role};

-- The checkpoint that is being told. An instance that dies before it has heard the broker's answer
-- is followed by one that tells the same again, so that each is proven from the one before it.
ALTER TABLE journal.told ADD COLUMN telling bigint NOT NULL DEFAULT 0;
