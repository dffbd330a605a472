package gatehouse.incident.failover.events;

import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.duty.Act;
import gatehouse.incident.failover.Encounter;
import gatehouse.incident.failover.FailoverEvent;
import gatehouse.incident.failover.FailoverEvents;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverState;
import gatehouse.incident.failover.Route;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tells routes and counts; encounter numbers stay here. */
@ApplicationScoped
class JournalFailoverEvents implements FailoverEvents {
  private static final String TOPIC = "incident.failover.v1";

  private final Journal journal;
  private final Actors actors;

  JournalFailoverEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** {@code gatehouse.incident.failover.triggered.v1}: what HIS has to do now. */
  record TriggeredData(UUID failoverId, UUID stopId, FailoverPlan.Mode mode, List<Route> routes) {}

  /** Any other but those about one encounter. */
  record ChangedData(
      UUID failoverId, UUID stopId, FailoverState.FailoverStateName state, long openEncounters) {}

  /** About one encounter, under our id for it. */
  record EncounterData(UUID failoverId, UUID encounterId, long openEncounters) {}

  @Override
  public void append(FailoverEvent event, Act act) {
    FailoverRun run = event.run();
    Actor actor = new Actor(act.role(), actors.idHash(act.by().subject()));
    journal.append(
        Entry.of("gatehouse.incident.failover." + name(event) + ".v1", run.id().value().toString())
            .topic(TOPIC)
            .version(run.version())
            .clauses("G-52", "G-53", "G-54")
            .data(data(event))
            .by(actor)
            .occurredAt(act.at())
            .build());
  }

  private static String name(FailoverEvent event) {
    return switch (event) {
      case FailoverEvent.Triggered _ -> "triggered";
      case FailoverEvent.Switched _ -> "switched";
      case FailoverEvent.EncounterRegistered _ -> "encounter-registered";
      case FailoverEvent.EncounterHandled _ -> "encounter-handled";
      case FailoverEvent.EncountersHandled _ -> "encounters-handled";
      case FailoverEvent.Closed _ -> "closed";
    };
  }

  private static Object data(FailoverEvent event) {
    return switch (event) {
      case FailoverEvent.Triggered(FailoverRun run) ->
          new TriggeredData(run.id().value(), run.stop(), run.plannedMode(), run.routes());
      case FailoverEvent.Switched(FailoverRun run) -> changed(run);
      case FailoverEvent.EncountersHandled(FailoverRun run) -> changed(run);
      case FailoverEvent.Closed(FailoverRun run) -> changed(run);
      case FailoverEvent.EncounterRegistered(FailoverRun run, Encounter encounter) ->
          new EncounterData(run.id().value(), encounter.id(), run.openEncounters());
      case FailoverEvent.EncounterHandled(FailoverRun run, Encounter encounter) ->
          new EncounterData(run.id().value(), encounter.id(), run.openEncounters());
    };
  }

  private static ChangedData changed(FailoverRun run) {
    return new ChangedData(run.id().value(), run.stop(), run.state().name(), run.openEncounters());
  }
}
