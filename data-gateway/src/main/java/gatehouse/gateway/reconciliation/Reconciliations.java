package gatehouse.gateway.reconciliation;

import gatehouse.gateway.reconciliation.Reconciliation.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was written back, and what each night found. */
public interface Reconciliations {
  void add(WriteBack writeBack);

  /**
   * Everything that does not fit together.
   *
   * @param releasedBefore younger releases may still be on their way
   * @param registeredBefore younger outputs may still wait for their physician
   * @param limit at most so many of each kind
   */
  List<Finding> find(Instant releasedBefore, Instant registeredBefore, int limit);

  /** Keeps it, if the day has none yet. */
  boolean keep(Reconciliation reconciliation);

  Optional<Reconciliation> of(LocalDate day);

  Optional<Reconciliation> latest();
}
