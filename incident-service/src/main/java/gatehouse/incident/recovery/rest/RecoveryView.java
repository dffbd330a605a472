package gatehouse.incident.recovery.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.incident.recovery.Confirmation;
import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.recovery.RecoveryItem;
import gatehouse.incident.recovery.RecoveryItems.Filed;
import gatehouse.incident.recovery.RecoveryResult;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as far as it has come.
 *
 * @param state of the stop
 * @param missing what keeps the next step from being taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryView(
    UUID recoveryId,
    UUID stopId,
    StopState.StopStateName state,
    boolean failed,
    RecoveryItem.RootCause rootCause,
    RecoveryItem.@Nullable Fix fix,
    RecoveryItem.@Nullable SuiteRerun suite,
    RecoveryItem.@Nullable ClinicalCheck clinicalCheck,
    List<Signed> confirmations,
    List<RecoveryResult.Missing> missing) {

  /** One signature; the name stays in the journal as a pseudonym. */
  record Signed(Confirmation.Side side, Instant at) {}

  static RecoveryView of(Recovery recovery, Stop stop, List<RecoveryResult.Missing> missing) {
    return new RecoveryView(
        recovery.id().value(),
        recovery.stop().value(),
        stop.state().name(),
        recovery.failed(),
        recovery.items().rootCause().item(),
        item(recovery.items().fix()),
        item(recovery.items().suite()),
        item(recovery.items().clinicalCheck()),
        recovery.confirmations().stream()
            .map(each -> new Signed(each.side(), each.by().at()))
            .toList(),
        missing);
  }

  private static <T extends RecoveryItem> @Nullable T item(@Nullable Filed<T> filed) {
    return filed == null ? null : filed.item();
  }
}
