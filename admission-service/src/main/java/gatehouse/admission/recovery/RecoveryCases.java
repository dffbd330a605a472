package gatehouse.admission.recovery;

import java.util.Optional;

/** All recovery cases. */
public interface RecoveryCases {
  /** False when the stop has a case under way, or its reports were judged already. */
  boolean add(RecoveryCase recoveryCase);

  /** Writes the next revision of what {@code locked} gave. */
  void save(RecoveryCase recoveryCase);

  Optional<RecoveryCase> find(RecoveryId id);

  /** Under the row's lock until the transaction ends. */
  Optional<RecoveryCase> locked(RecoveryId id);

  /** The case opened last for the stop, whatever became of it. */
  Optional<RecoveryCase> latestOf(String stop);
}
