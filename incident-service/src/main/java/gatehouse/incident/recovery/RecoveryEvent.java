package gatehouse.incident.recovery;

/** What happened to a recovery evaluation. The evaluation is as it stands afterwards. */
public sealed interface RecoveryEvent {
  Recovery recovery();

  record Opened(Recovery recovery) implements RecoveryEvent {}

  record ItemRecorded(Recovery recovery, RecoveryItem item) implements RecoveryEvent {}

  /** An item did not pass: the stop stays. */
  record Failed(Recovery recovery, RecoveryItem item) implements RecoveryEvent {}

  record Signed(Recovery recovery, Confirmation confirmation) implements RecoveryEvent {}

  /** Both sides have signed a complete evaluation. */
  record Confirmed(Recovery recovery) implements RecoveryEvent {}
}
