package gatehouse.gateway.reconciliation.events;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.reconciliation.Reconciliation;
import gatehouse.gateway.reconciliation.ReconciliationEvents;
import gatehouse.gateway.reconciliation.WriteBack;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class JournalReconciliations implements ReconciliationEvents {
  private static final String WRITTEN = "gatehouse.gateway.write-back.recorded.v1";
  private static final String RECONCILED = "gatehouse.gateway.reconciliation.finished.v1";

  /** Data of {@code gatehouse.gateway.write-back.recorded.v1}. */
  record Written(String outputId, String contentDigest, String client) {}

  /** Data of {@code gatehouse.gateway.reconciliation.finished.v1}. */
  record Reconciled(String day, Map<Reconciliation.Kind, Long> findings) {}

  private final Journal journal;
  private final Actors actors;

  JournalReconciliations(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void written(WriteBack writeBack, Caller by) {
    journal.append(
        Entry.of(WRITTEN, writeBack.output().toString())
            .by(new Actor(by.role(), actors.idHash(by.subject())))
            .clauses("G-33")
            .data(
                new Written(
                    writeBack.output().toString(), writeBack.contentDigest(), writeBack.client()))
            .build());
  }

  @Override
  public void reconciled(Reconciliation reconciliation) {
    String day = reconciliation.day().toString();
    journal.append(
        Entry.of(RECONCILED, day)
            .by(actors.service())
            .clauses("G-33")
            .data(new Reconciled(day, reconciliation.counts()))
            .build());
  }
}
