package gatehouse.admission.changeclass;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identity of a control plan. */
public record PlanId(UUID value) {
  public PlanId {
    requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
