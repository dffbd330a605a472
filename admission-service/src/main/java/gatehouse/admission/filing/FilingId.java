package gatehouse.admission.filing;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a filing. */
public record FilingId(UUID value) {
  public FilingId {
    requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
