package gatehouse.incident.witness;

/** Tells of contradictions. */
public interface WitnessEvents {
  /** In the transaction that keeps the checkpoint. */
  void contradicted(KeptCheckpoint checkpoint);
}
