-- A step that stays overdue is told a second time.
ALTER TABLE consent.withdrawal_escalation
  ADD COLUMN round integer NOT NULL DEFAULT 1 CHECK (round > 0),
  DROP CONSTRAINT withdrawal_escalation_pkey,
  ADD PRIMARY KEY (withdrawal_id, step, round);
