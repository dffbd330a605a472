package gatehouse.incident.witness.events;

import gatehouse.incident.witness.KeptCheckpoint;
import gatehouse.incident.witness.Standing;
import gatehouse.incident.witness.WitnessEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The alarm: an entry with an event, a line and a metric. */
@ApplicationScoped
class JournalWitnessEvents implements WitnessEvents {
  private static final Logger LOG = Logger.getLogger(JournalWitnessEvents.class);

  private final Journal journal;
  private final Actors actors;
  private final MeterRegistry meters;

  JournalWitnessEvents(Journal journal, Actors actors, MeterRegistry meters) {
    this.journal = journal;
    this.actors = actors;
    this.meters = meters;
  }

  /** {@code gatehouse.incident.checkpoint.contradicted.v1}. */
  record ContradictedData(String origin, long size, String root, Standing standing, String note) {}

  @Override
  public void contradicted(KeptCheckpoint checkpoint) {
    journal.append(
        Entry.of("gatehouse.incident.checkpoint.contradicted.v1", checkpoint.origin())
            .topic("incident.witness.v1")
            .by(actors.service())
            .clauses("E-11")
            .data(
                new ContradictedData(
                    checkpoint.origin(),
                    checkpoint.size(),
                    checkpoint.root(),
                    checkpoint.standing(),
                    checkpoint.note()))
            .occurredAt(checkpoint.keptAt())
            .build());
    meters
        .counter("incident.witness.contradictions", "standing", checkpoint.standing().name())
        .increment();
    LOG.errorf(
        "a journal contradicts what it signed before: log %s, size %d, %s",
        checkpoint.origin(), checkpoint.size(), checkpoint.standing());
  }
}
