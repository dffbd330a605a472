package gatehouse.gateway.output;

/** What happened to an output. The output is as it stands afterwards. */
public sealed interface OutputEvent {
  Output output();

  record Registered(Output output) implements OutputEvent {}

  /** It was let out as a stream, and whoever relayed it ended before it was registered. */
  record Lost(Output output) implements OutputEvent {}

  /** Its text was decrypted for a physician. */
  record Shown(Output output) implements OutputEvent {}

  record Confirmed(Output output, Judgement by) implements OutputEvent {}

  record Edited(Output output, Judgement by) implements OutputEvent {}

  record Rejected(Output output, Judgement.Rejection rejection) implements OutputEvent {}

  record Released(Output output, Judgement by) implements OutputEvent {}
}
