package gatehouse.gateway.reconciliation;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.gateway.permit.Caller;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes a record system's word for what it wrote. */
@ApplicationScoped
@Clause("G-33")
public class RecordWriteBack {
  private final OutputLedger ledger;
  private final Reconciliations reconciliations;
  private final ReconciliationEvents events;
  private final Ids ids;
  private final Clock clock;

  public RecordWriteBack(
      OutputLedger ledger,
      Reconciliations reconciliations,
      ReconciliationEvents events,
      Ids ids,
      Clock clock) {
    this.ledger = ledger;
    this.reconciliations = reconciliations;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Empty when there is no such output. */
  @Transactional
  public Optional<WriteBack> record(UUID output, String contentDigest, Caller by) {
    return ledger
        .lock(output)
        .map(known -> {
          WriteBack writeBack =
              new WriteBack(ids.next(), known.id(), contentDigest, clock.instant(), by.client());
          reconciliations.add(writeBack);
          events.written(writeBack, by);
          return writeBack;
        });
  }
}
