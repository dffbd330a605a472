package gatehouse.incident.stop.events;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Act;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopEvent;
import gatehouse.incident.stop.StopEvents;
import gatehouse.incident.stop.StopReason;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
@Clause("G-51")
class JournalStopEvents implements StopEvents {
  private static final String TOPIC = "incident.stop.v1";

  private final Journal journal;
  private final Actors actors;

  JournalStopEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** {@code gatehouse.incident.stop.issued.v1}. */
  record IssuedData(
      UUID stopId,
      long epoch,
      StopScope scope,
      StopReason reasonCode,
      ManualRoute manualRoute,
      UUID incidentId,
      UUID failoverId) {}

  /** {@code gatehouse.incident.stop.lifted.v1}. */
  record LiftedData(UUID stopId, long epoch, UUID recoveryId, StopState.Outcome outcome) {}

  @Override
  public void append(StopEvent event, Act act) {
    Stop stop = event.stop();
    Entry.Builder entry =
        switch (event) {
          case StopEvent.Issued _ ->
              entry("issued", stop, stop.epoch(), issued(stop)).clauses("G-51", "G-53");
          case StopEvent.Lifted(Stop _, StopState.Lifted lift) ->
              entry("lifted", stop, lift.epoch(), lifted(stop, lift)).clauses("G-55");
        };
    Actor actor = new Actor(act.role(), actors.idHash(act.by().subject()));
    journal.append(entry.by(actor).occurredAt(act.at()).build());
  }

  /** The epoch is the version: of one stop's two events the lift has the greater. */
  private static Entry.Builder entry(String what, Stop stop, long epoch, Object data) {
    return Entry.of("gatehouse.incident.stop." + what + ".v1", stop.id().value().toString())
        .topic(TOPIC)
        .version(epoch)
        .data(data);
  }

  private static IssuedData issued(Stop stop) {
    return new IssuedData(
        stop.id().value(),
        stop.epoch(),
        stop.scope(),
        stop.reason(),
        stop.manualRoute(),
        stop.incident().value(),
        stop.failover().value());
  }

  private static LiftedData lifted(Stop stop, StopState.Lifted lift) {
    return new LiftedData(stop.id().value(), lift.epoch(), lift.recovery(), lift.outcome());
  }
}
