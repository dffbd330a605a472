package gatehouse.admission.filing;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.pilot.PilotPlan;
import gatehouse.admission.refusal.Outcome;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  private static Filing opened() {
    return new Filing(
        new FilingId(new UUID(0, 1)),
        new ApplicationId(new UUID(0, 2)),
        "code",
        "digest",
        "p0",
        Map.of(),
        null,
        new FilingState.Open(),
        1);
  }

  private static PilotPlan plan(Random random) {
    return new PilotPlan(
        random.nextInt(5) == 0 ? Environment.NON_CORE : Environment.SIMULATED,
        random.nextInt(5) == 0 ? "other" : "digest",
        new TreeSet<>(Set.of("LAB")),
        List.of(new Threshold("uptime", Threshold.Bound.AT_LEAST, new BigDecimal("0.9"))),
        3,
        1,
        TODAY);
  }

  private static Outcome<Filing.Change> step(Filing filing, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> filing.pilotStarted(plan(random), NOW, TODAY);
      case 1 -> filing.pilotRan("LAB", random.nextInt(20) == 0, TODAY);
      case 2 -> filing.pilotFinished(Map.of("uptime", new BigDecimal("0.95")));
      default -> {
        Check.Kind kind = List.of(Check.Kind.values()).get(random.nextInt(3));
        Role role = List.of(Role.values()).get(random.nextInt(Role.values().length));
        Role fitting = kind.signers().iterator().next();
        Person signer =
            new Person(
                "p" + random.nextInt(5),
                Set.of(random.nextInt(3) == 0 ? role : fitting),
                null,
                null);
        Check.Verdict verdict = random.nextInt(15) == 0 ? Check.Verdict.FAIL : Check.Verdict.PASS;
        yield filing.signed(
            new Check(kind, verdict, "why", signer.subject(), NOW), signer, () -> "F-1");
      }
    };
  }

  @Test
  @Clause({"G-15", "G-16", "G-25"})
  void filedOnlyByThreePassesOfThreeSignersAfterAPilot() {
    int filed = 0;
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      Filing filing = opened();
      for (int i = 0; i < 60; i++) {
        if (step(filing, random) instanceof Outcome.Done<Filing.Change> done) {
          assertThat(filing.state()).isInstanceOf(FilingState.Open.class);
          filing = done.value().filing();
        }
      }
      if (filing.state() instanceof FilingState.Filed) {
        filed++;
        Set<String> signers = new HashSet<>();
        filing.checks().values().forEach(check -> signers.add(check.signer()));
        assertThat(signers).hasSize(3).doesNotContain("p0");
        assertThat(filing.checks().values())
            .allMatch(check -> check.verdict() == Check.Verdict.PASS);
        assertThat(Objects.requireNonNull(filing.pilot()).phase())
            .isEqualTo(Pilot.PilotPhase.PASSED);
      }
    }
    assertThat(filed).isPositive();
  }
}
