package gatehouse.admission.stop;

/** What was said about stops and nobody here could read. */
public interface UnreadStops {
  /** Whether there is any that no operator has replayed or given up yet. */
  boolean any();
}
