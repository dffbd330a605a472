package gatehouse.incident.call.events;

import gatehouse.incident.call.Call;
import gatehouse.incident.call.CallEvents;
import gatehouse.incident.call.Missing;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** On the topic of the stops, under the stop's id, where whoever pages people listens. */
@ApplicationScoped
class JournalCallEvents implements CallEvents {
  private final Journal journal;
  private final Actors actors;

  JournalCallEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** {@code gatehouse.incident.stop.escalated.v1}. */
  record EscalatedData(
      UUID stopId, long epoch, int rung, String role, List<Missing.Gateway> missing) {}

  @Override
  public void called(Call call) {
    UUID stop = call.stop().value();
    journal.append(
        Entry.of("gatehouse.incident.stop.escalated.v1", stop.toString())
            .topic("incident.stop.v1")
            .version(call.epoch())
            .by(actors.service())
            .clauses("G-51")
            .occurredAt(call.at())
            .data(new EscalatedData(stop, call.epoch(), call.rung(), call.role(), call.missing()))
            .build());
  }
}
