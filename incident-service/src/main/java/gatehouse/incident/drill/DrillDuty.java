package gatehouse.incident.drill;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the institution has done its monthly drill: only one that passed counts. */
@ApplicationScoped
@Clause("G-51")
public class DrillDuty {
  private static final int LOOK_BACK = 200;

  private final Drills drills;
  private final DrillSettings settings;
  private final Clock clock;

  DrillDuty(Drills drills, DrillSettings settings, Clock clock) {
    this.drills = drills;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How the duty stands.
   *
   * @param lastPassed empty when none ever did
   * @param dueAt empty when none ever passed: it is due now
   */
  public record Standing(
      Optional<Drill> lastPassed, Optional<Instant> dueAt, boolean overdue, List<Drill> drills) {}

  @Transactional
  public Standing standing() {
    List<Drill> latest = drills.latest(LOOK_BACK);
    Optional<Drill> passed =
        latest.stream()
            .filter(drill -> drill.outcome(settings.allowed()) == Drill.Outcome.PASSED)
            .findFirst();
    Optional<Instant> dueAt = passed.map(drill -> drill.started().at().plus(settings.every()));
    return new Standing(passed, dueAt, dueAt.map(clock.instant()::isAfter).orElse(true), latest);
  }
}
