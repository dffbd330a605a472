package gatehouse.incident.recovery;

import gatehouse.incident.duty.Signature;
import gatehouse.incident.stop.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One recovery evaluation of one stop. Where the whole stands is the stop's state.
 *
 * @param version grows with every change
 * @param failed an item failed: this evaluation is over, the stop stays
 * @param confirmations at most one of each side, all given for exactly these items
 */
public record Recovery(
    Id id,
    long version,
    Stop.Id stop,
    RecoveryItems items,
    boolean failed,
    List<Confirmation> confirmations) {
  public Recovery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(items, "items");
    confirmations = List.copyOf(confirmations);
  }

  /** An evaluation's id. */
  public record Id(UUID value) {
    public Id {
      Objects.requireNonNull(value, "value");
    }
  }

  /** With the item on file; who signed the former items has to sign again. */
  Recovery with(RecoveryItem item, Signature by) {
    return new Recovery(id, version + 1, stop, items.with(item, by), !item.passed(), List.of());
  }

  Recovery with(Confirmation confirmation) {
    List<Confirmation> signed = new ArrayList<>(confirmations);
    signed.removeIf(other -> other.side() == confirmation.side());
    signed.add(confirmation);
    return new Recovery(id, version + 1, stop, items, failed, signed);
  }

  public Optional<Confirmation> confirmation(Confirmation.Side side) {
    return confirmations.stream().filter(each -> each.side() == side).findFirst();
  }

  boolean isSignedByBoth() {
    return confirmations.size() == Confirmation.Side.values().length;
  }
}
