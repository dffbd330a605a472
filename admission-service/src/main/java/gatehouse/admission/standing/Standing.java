package gatehouse.admission.standing;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Failover;
import gatehouse.admission.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application stands at one moment.
 *
 * @param status the status by name, or PILOT while a pilot runs
 * @param failover the plan that works now, null where none was declared
 * @param admission every reason against admission; empty means passed
 * @param validUntil when something may run out by itself: until then it stands unless something
 *     happens
 * @param training every reason against this user; empty means passed
 */
public record Standing(
    Application application,
    String status,
    @Nullable Failover failover,
    List<Refusal> admission,
    List<Refusal> training,
    Instant validUntil) {
  public Standing {
    admission = List.copyOf(admission);
    training = List.copyOf(training);
  }
}
