package gatehouse.gateway.supervision.events;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.supervision.Supervision;
import gatehouse.gateway.supervision.SupervisionEvents;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JournalSupervisions implements SupervisionEvents {
  private static final String TOPIC = "gateway.permit.v1";

  /** Data of every event of a supervision. */
  record Data(
      String supervisionId,
      String application,
      String encounterRef,
      String physicianRef,
      String lastBeatAt) {}

  private final Journal journal;
  private final Actors actors;

  JournalSupervisions(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void started(Supervision supervision, Caller by) {
    append("started", supervision, new Actor(by.role(), actors.idHash(by.subject())));
  }

  @Override
  public void ended(Supervision supervision, Caller by) {
    append("ended", supervision, new Actor(by.role(), actors.idHash(by.subject())));
  }

  @Override
  public void lost(Supervision supervision) {
    append("lost", supervision, actors.service());
  }

  private void append(String what, Supervision it, Actor by) {
    journal.append(
        Entry.of("gatehouse.gateway.supervision." + what + ".v1", it.application())
            .by(by)
            .clauses("G-31")
            .data(
                new Data(
                    it.id().toString(),
                    it.application(),
                    it.encounterRef(),
                    it.physicianRef(),
                    it.lastBeatAt().toString()))
            .topic(TOPIC)
            .build());
  }
}
