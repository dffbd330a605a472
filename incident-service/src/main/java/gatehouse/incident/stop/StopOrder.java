package gatehouse.incident.stop;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that it takes to stop, beside an identity.
 *
 * @param note free text, or null
 */
public record StopOrder(Stop.Id id, StopScope scope, StopReason reason, @Nullable String note) {
  public StopOrder {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(reason, "reason");
  }

  StopOrder on(StopScope other) {
    return new StopOrder(id, other, reason, note);
  }
}
