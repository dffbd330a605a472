package gatehouse.admission.training;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTrainingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  /** A register in memory. */
  private static final class Register implements Trainings {
    private final List<Competence> competences = new ArrayList<>();
    private final List<AssessmentWindow> windows = new ArrayList<>();

    @Override
    public void add(Competence competence) {
      competences.add(competence);
    }

    @Override
    public void add(AssessmentWindow window) {
      windows.add(window);
    }

    @Override
    public List<Competence> competencesOf(String user, String product) {
      return competences.stream()
          .filter(known -> known.user().equals(user) && known.product().equals(product))
          .toList();
    }

    @Override
    public List<AssessmentWindow> windowsOf(String user) {
      return windows.stream().filter(known -> known.user().equals(user)).toList();
    }
  }

  private final Register register = new Register();
  private final MeterRegistry meters = new SimpleMeterRegistry();

  private CheckTraining at(Instant now, CheckTraining.Mode mode) {
    HospitalDay day = new HospitalDay(Clock.fixed(now, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
    return new CheckTraining(register, day, mode, meters);
  }

  @Test
  @Clause("G-59")
  void trainingRunsOutWithItsLastDay() {
    register.add(new Competence("u", "p", LocalDate.parse("2026-11-21")));
    Instant midnight = Instant.parse("2026-11-21T16:00:00Z");

    assertThat(at(NOW, CheckTraining.Mode.ENFORCE).objections("u", "p", Tier.HIGH)).isEmpty();
    assertThat(at(midnight, CheckTraining.Mode.ENFORCE).objections("u", "p", Tier.HIGH))
        .containsExactly(Refusal.NOT_TRAINED);
  }

  @Test
  @Clause("G-59")
  void warningLetsPassAndCounts() {
    CheckTraining warning = at(NOW, CheckTraining.Mode.WARN);

    assertThat(warning.objections("u", "p", Tier.HIGH)).isEmpty();
    assertThat(warning.objections("u", "p", Tier.LOW)).isEmpty();
    assertThat(meters.counter("gatehouse.training.missing").count()).isEqualTo(1);
  }

  @Test
  @Clause("G-59")
  void unknownUserOrTierIsAskedForTraining() {
    CheckTraining enforcing = at(NOW, CheckTraining.Mode.ENFORCE);

    assertThat(enforcing.objections(null, "p", Tier.HIGH)).containsExactly(Refusal.NOT_TRAINED);
    assertThat(enforcing.objections("u", "p", null)).containsExactly(Refusal.NOT_TRAINED);
    assertThat(enforcing.objections("u", "p", Tier.LOW)).isEmpty();
  }

  @Test
  @Clause("G-60")
  void assessmentWindowDeniesAtEveryTierWhileItLasts() {
    register.add(new Competence("u", "p", LocalDate.parse("2030-01-01")));
    register.add(new AssessmentWindow("u", NOW, NOW.plusSeconds(60)));

    for (Tier tier : Tier.values()) {
      assertThat(at(NOW, CheckTraining.Mode.WARN).objections("u", "p", tier))
          .containsExactly(Refusal.ASSESSMENT);
      assertThat(at(NOW.plusSeconds(60), CheckTraining.Mode.WARN).objections("u", "p", tier))
          .isEmpty();
    }
  }
}
