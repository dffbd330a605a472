package gatehouse.incident.drill.events;

import gatehouse.incident.drill.Drill;
import gatehouse.incident.drill.DrillEvents;
import gatehouse.incident.duty.Act;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JournalDrillEvents implements DrillEvents {
  private final Journal journal;
  private final Actors actors;

  JournalDrillEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** {@code gatehouse.incident.drill.started.v1}. */
  record StartedData(UUID drillId, long epoch) {}

  /** {@code gatehouse.incident.drill.ended.v1}. */
  record EndedData(
      UUID drillId,
      long epoch,
      Drill.Outcome outcome,
      @Nullable Integer gateways,
      @Nullable Long tookMillis) {}

  @Override
  public void started(Drill drill, Act act) {
    append("started", drill, drill.epoch(), new StartedData(drill.id(), drill.epoch()), act);
  }

  @Override
  public void ended(Drill drill, Drill.Outcome outcome, Act act) {
    Drill.End end = drill.end();
    if (end == null) {
      throw new IllegalStateException("a drill that runs has not ended");
    }
    Drill.Enforced enforced = end.enforced();
    append(
        "ended",
        drill,
        end.epoch(),
        new EndedData(
            drill.id(),
            end.epoch(),
            outcome,
            enforced == null ? null : enforced.gateways(),
            drill.took().map(Duration::toMillis).orElse(null)),
        act);
  }

  private void append(String what, Drill drill, long epoch, Object data, Act act) {
    journal.append(
        Entry.of("gatehouse.incident.drill." + what + ".v1", drill.id().toString())
            .by(new Actor(act.role(), actors.idHash(act.by().subject())))
            .clauses("G-51")
            .version(epoch)
            .occurredAt(act.at())
            .data(data)
            .build());
  }
}
