package gatehouse.admission.recovery;

/** Tells others what happened to a recovery case, in the transaction in which it happened. */
public interface RecoveryEvents {
  void happened(RecoveryChange change);
}
