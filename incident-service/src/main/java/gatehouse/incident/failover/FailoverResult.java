package gatehouse.incident.failover;

/** How a request about a fail-over run ended. */
public sealed interface FailoverResult {
  record Done(FailoverRun run) implements FailoverResult {}

  record UnknownRun() implements FailoverResult {}

  record UnknownEncounter() implements FailoverResult {}

  /** The run's state has no such exit. */
  record WrongState(FailoverState.FailoverStateName state) implements FailoverResult {}

  /** A backup that is missing, not ACTIVE or itself stopped takes over for nobody (G-52). */
  record BackupNotUsable() implements FailoverResult {}

  /** Patients are still waiting for somebody (G-54). */
  record EncountersOpen(long open) implements FailoverResult {}
}
