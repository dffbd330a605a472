package gatehouse.incident.failover;

/** What happened to a fail-over run. The run is as it stands afterwards. */
public sealed interface FailoverEvent {
  FailoverRun run();

  record Triggered(FailoverRun run) implements FailoverEvent {}

  record Switched(FailoverRun run) implements FailoverEvent {}

  record EncounterRegistered(FailoverRun run, Encounter encounter) implements FailoverEvent {}

  record EncounterHandled(FailoverRun run, Encounter encounter) implements FailoverEvent {}

  record EncountersHandled(FailoverRun run) implements FailoverEvent {}

  record Closed(FailoverRun run) implements FailoverEvent {}
}
