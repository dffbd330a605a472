-- An order to erase reads a subject's entries five times; without an index each time all entries.
CREATE INDEX entries_subject ON journal.entries (subject);
