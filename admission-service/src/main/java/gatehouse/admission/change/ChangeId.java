package gatehouse.admission.change;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identity of a change case. */
public record ChangeId(UUID value) {
  public ChangeId {
    requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
