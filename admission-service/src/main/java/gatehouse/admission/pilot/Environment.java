package gatehouse.admission.pilot;

/** Where a pilot may run: never in a core ward (G-25). */
public enum Environment {
  SIMULATED,
  NON_CORE
}
