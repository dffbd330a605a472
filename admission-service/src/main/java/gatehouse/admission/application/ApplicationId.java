package gatehouse.admission.application;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names an application inside the suite; callers know it by its code. */
public record ApplicationId(UUID value) {
  public ApplicationId {
    requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
