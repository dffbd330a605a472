package gatehouse.admission.training;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * May this user work with this product now? Training is asked for at HIGH; an assessment window
 * counts at every tier.
 */
@ApplicationScoped
public class CheckTraining {

  /** Whether a missing training refuses (ENFORCE), or is let pass and counted (WARN). */
  public enum Mode {
    WARN,
    ENFORCE
  }

  private final Trainings trainings;
  private final HospitalDay day;
  private final Mode mode;
  private final Counter missing;

  CheckTraining(
      Trainings trainings,
      HospitalDay day,
      @ConfigProperty(name = "admission.training.mode") Mode mode,
      MeterRegistry meters) {
    this.trainings = trainings;
    this.day = day;
    this.mode = mode;
    this.missing =
        Counter.builder("gatehouse.training.missing")
            .description("Questions about users without a valid training for a HIGH application")
            .register(meters);
  }

  /** Every reason against it; an unknown user is not trained. */
  @Clause({"G-59", "G-60"})
  public List<Refusal> objections(@Nullable String user, String product, @Nullable Tier tier) {
    List<Refusal> reasons = new ArrayList<>();
    boolean mustBeTrained = tier != Tier.LOW && tier != Tier.MEDIUM;
    if (mustBeTrained && !trained(user, product)) {
      missing.increment();
      switch (mode) {
        case WARN -> {}
        case ENFORCE -> reasons.add(Refusal.NOT_TRAINED);
      }
    }
    if (user != null
        && trainings.windowsOf(user).stream().anyMatch(window -> window.covers(day.now()))) {
      reasons.add(Refusal.ASSESSMENT);
    }
    return reasons;
  }

  /** The given time, or the start of the user's next assessment window if that comes earlier. */
  public Instant before(@Nullable String user, Instant time) {
    return user == null
        ? time
        : trainings.windowsOf(user).stream()
            .map(AssessmentWindow::from)
            .filter(day.now()::isBefore)
            .filter(time::isAfter)
            .min(Comparator.naturalOrder())
            .orElse(time);
  }

  private boolean trained(@Nullable String user, String product) {
    return user != null
        && trainings.competencesOf(user, product).stream()
            .anyMatch(competence -> competence.validOn(day.today()));
  }
}
