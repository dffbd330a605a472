package gatehouse.admission.training;

import java.time.Instant;

/** A time in which a user works without AI, to be assessed (G-60). The end is not part of it. */
public record AssessmentWindow(String user, Instant from, Instant to) {
  public AssessmentWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A window begins before it ends");
    }
  }

  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }
}
