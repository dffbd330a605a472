package gatehouse.incident.recovery.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.Confirmation;
import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.recovery.RecoveryEvent;
import gatehouse.incident.recovery.RecoveryEvents;
import gatehouse.incident.recovery.RecoveryItem;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells which items came in and whether they passed; their texts stay here. */
@ApplicationScoped
@Clause("G-55")
class JournalRecoveryEvents implements RecoveryEvents {
  private static final String TOPIC = "incident.recovery.v1";

  private final Journal journal;
  private final Actors actors;

  JournalRecoveryEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** The kinds of items on the wire. */
  enum Kind {
    ROOT_CAUSE,
    FIX,
    SUITE_RERUN,
    CLINICAL_CHECK
  }

  /** {@code …opened.v1}. */
  record OpenedData(UUID recoveryId, UUID stopId, RecoveryItem.Finding finding) {}

  /** {@code …item-recorded.v1}, {@code …failed.v1}. */
  record ItemData(UUID recoveryId, UUID stopId, Kind item, boolean passed) {}

  /** {@code …signed.v1}. */
  record SignedData(UUID recoveryId, UUID stopId, Confirmation.Side side, long newestEpoch) {}

  /** {@code …confirmed.v1}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ConfirmedData(UUID recoveryId, UUID stopId, @Nullable UUID panelCase) {}

  @Override
  public void append(RecoveryEvent event, Act act) {
    Recovery recovery = event.recovery();
    Actor actor = new Actor(act.role(), actors.idHash(act.by().subject()));
    journal.append(
        Entry.of(
                "gatehouse.incident.recovery." + name(event) + ".v1",
                recovery.id().value().toString())
            .topic(TOPIC)
            .version(recovery.version())
            .clauses("G-55")
            .data(data(event))
            .by(actor)
            .occurredAt(act.at())
            .build());
  }

  private static String name(RecoveryEvent event) {
    return switch (event) {
      case RecoveryEvent.Opened _ -> "opened";
      case RecoveryEvent.ItemRecorded _ -> "item-recorded";
      case RecoveryEvent.Failed _ -> "failed";
      case RecoveryEvent.Signed _ -> "signed";
      case RecoveryEvent.Confirmed _ -> "confirmed";
    };
  }

  private static Object data(RecoveryEvent event) {
    UUID id = event.recovery().id().value();
    UUID stop = event.recovery().stop().value();
    return switch (event) {
      case RecoveryEvent.Opened(Recovery recovery) ->
          new OpenedData(id, stop, recovery.items().rootCause().item().finding());
      case RecoveryEvent.ItemRecorded(Recovery _, RecoveryItem item) ->
          new ItemData(id, stop, kind(item), item.passed());
      case RecoveryEvent.Failed(Recovery _, RecoveryItem item) ->
          new ItemData(id, stop, kind(item), item.passed());
      case RecoveryEvent.Signed(Recovery _, Confirmation confirmation) ->
          new SignedData(id, stop, confirmation.side(), confirmation.newestEpoch());
      case RecoveryEvent.Confirmed(Recovery _, UUID panelCase) ->
          new ConfirmedData(id, stop, panelCase);
    };
  }

  private static Kind kind(RecoveryItem item) {
    return switch (item) {
      case RecoveryItem.RootCause _ -> Kind.ROOT_CAUSE;
      case RecoveryItem.Fix _ -> Kind.FIX;
      case RecoveryItem.SuiteRerun _ -> Kind.SUITE_RERUN;
      case RecoveryItem.ClinicalCheck _ -> Kind.CLINICAL_CHECK;
    };
  }
}
