-- The size of the last checkpoint that was told to witnesses: the next one proves that it goes on
-- from there.
CREATE TABLE journal.told (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  size bigint NOT NULL
);
INSERT INTO journal.told (size) VALUES (0);
GRANT SELECT, UPDATE ON journal.told TO ${app_role};
