-- A window keeps AI away from when it is known here, whatever it says (G-60).
ALTER TABLE admission.assessment_window ADD COLUMN registered_at timestamptz NOT NULL DEFAULT now();
