package gatehouse.admission.evaluation;

import gatehouse.admission.application.Egress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the panel is asked to admit.
 *
 * @param egress what may leave for a public cloud; never more than was applied for
 * @param until last day of a conditional admission, null when it has none
 */
public record Proposal(Egress egress, List<String> conditions, @Nullable LocalDate until) {
  public Proposal {
    conditions = List.copyOf(conditions);
  }

  /** Its content for hashing. */
  String line() {
    return "proposal " + egress + " " + conditions + " " + (until == null ? "-" : until);
  }
}
