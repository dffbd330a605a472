package gatehouse.admission.recovery;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a recovery case. */
public record RecoveryId(UUID value) {
  public RecoveryId {
    requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
