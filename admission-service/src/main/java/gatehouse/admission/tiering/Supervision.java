package gatehouse.admission.tiering;

/**
 * Whether a clinician has to watch live while an application acts (G-31). It follows from the facts
 * that the tier rests on, so nobody can admit one thing and configure another.
 */
public enum Supervision {
  NONE,
  REQUIRED
}
