package gatehouse.incident.stop;

/** What others are told of a stop. Both are explicit records, never tombstones. */
public sealed interface StopEvent {
  Stop stop();

  record Issued(Stop stop) implements StopEvent {}

  record Lifted(Stop stop, StopState.Lifted lift) implements StopEvent {}
}
