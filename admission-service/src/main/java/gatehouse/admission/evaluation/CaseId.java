package gatehouse.admission.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names an admission case. */
public record CaseId(UUID value) {
  public CaseId {
    requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
