package gatehouse.incident.drill.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.incident.drill.Drill;
import gatehouse.incident.drill.RunDrill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One drill; who did it stands in the journal.
 *
 * @param application the code that every gateway denies while it runs
 * @param enforcedAt since when no gateway could act against it; absent while one has not said so
 * @param gateways how many held a lease
 * @param tookMillis from the start until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrillView(
    UUID drillId,
    long epoch,
    String application,
    Drill.Outcome outcome,
    Instant startedAt,
    @Nullable Instant enforcedAt,
    @Nullable Integer gateways,
    @Nullable Long tookMillis,
    @Nullable Instant endedAt) {

  /**
   * The monthly duty.
   *
   * @param dueAt absent when no drill ever passed: it is due now
   * @param drills newest first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Duties(boolean overdue, @Nullable Instant dueAt, List<DrillView> drills) {}

  /** As it stands, with what the gateways have said so far. */
  static DrillView of(Drill drill, Drill.@Nullable Enforced soFar, Duration allowed) {
    Drill.End end = drill.end();
    Drill.Enforced enforced = end == null ? soFar : end.enforced();
    return new DrillView(
        drill.id(),
        drill.epoch(),
        RunDrill.APPLICATION,
        drill.outcome(allowed),
        drill.started().at(),
        enforced == null ? null : enforced.at(),
        enforced == null ? null : enforced.gateways(),
        enforced == null ? null : Duration.between(drill.started().at(), enforced.at()).toMillis(),
        end == null ? null : end.by().at());
  }
}
