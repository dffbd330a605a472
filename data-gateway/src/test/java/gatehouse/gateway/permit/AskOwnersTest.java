package gatehouse.gateway.permit;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.kept.KeptConsents;
import gatehouse.gateway.kept.KeptStandings;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Cause;
import gatehouse.gateway.standing.OwnerAnswer.Missing;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.lease.Grant;
import gatehouse.pseudonym.Pseudonyms;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Without an owner's lease neither its word nor the memory of it permits anything. */
@Clause({"G-02", "E-11"})
class AskOwnersTest {
  private static final Instant FAR = Instant.parse("2126-01-01T00:00:00Z");
  private static final Pseudonyms PSEUDONYMS = Pseudonyms.withKey("test", "A".repeat(43));
  private static final StandingQuestion STANDING = new StandingQuestion("guide", null, null, null);
  private static final ConsentQuestion CONSENT =
      new ConsentQuestion(
          "guide",
          ApplicationFacts.Tier.HIGH,
          PSEUDONYMS.of("HIS", "1"),
          null,
          "CARE",
          new TreeSet<>());

  private final AtomicInteger asked = new AtomicInteger();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final OwnerLeases leases = new OwnerLeases(new StopCopy(), meters);
  private final AskOwners owners =
      new AskOwners(
          leases,
          new KeptStandings(
              _ -> said(standing()), leases, PSEUDONYMS, Clock.systemUTC(), Duration.ofHours(1)),
          new KeptConsents(
              _ -> said(consent()), leases, PSEUDONYMS, Clock.systemUTC(), Duration.ofHours(1)),
          Duration.ofSeconds(5),
          meters);

  @Test
  void whoHasLentAnswers() {
    lend(Owner.ADMISSION, Duration.ofHours(1));
    lend(Owner.CONSENT, Duration.ofHours(1));

    AskOwners.Round round = owners.begin();

    assertThat(round.standing(STANDING)).isInstanceOf(Answered.class);
    assertThat(round.consent(CONSENT)).isInstanceOf(Answered.class);
    assertThat(asked).hasValue(2);
  }

  @Test
  void whoHasNotLentIsNotAsked() {
    AskOwners.Round round = owners.begin();

    assertThat(round.standing(STANDING))
        .isEqualTo(new Missing<>(Owner.ADMISSION, Cause.UNREACHABLE));
    assertThat(round.consent(CONSENT)).isEqualTo(new Missing<>(Owner.CONSENT, Cause.UNREACHABLE));
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatIsRememberedEndsWithItsLease() {
    lend(Owner.ADMISSION, Duration.ofHours(1));
    lend(Owner.CONSENT, Duration.ofHours(1));
    owners.begin().standing(STANDING);
    owners.begin().consent(CONSENT);
    lend(Owner.ADMISSION, Duration.ZERO);
    lend(Owner.CONSENT, Duration.ZERO);

    AskOwners.Round round = owners.begin();

    assertThat(round.standing(STANDING))
        .isEqualTo(new Missing<>(Owner.ADMISSION, Cause.UNREACHABLE));
    assertThat(round.consent(CONSENT)).isEqualTo(new Missing<>(Owner.CONSENT, Cause.UNREACHABLE));
    assertThat(asked).hasValue(2);
  }

  /** The version grows, as with every lease that is renewed. */
  private void lend(Owner owner, Duration life) {
    leases
        .of(owner)
        .take(
            new Grant(new UUID(1, 1), life.isZero() ? 2 : 1, life, life.isPositive(), List.of()),
            System.nanoTime());
  }

  private <T> OwnerAnswer<T> said(T answer) {
    asked.incrementAndGet();
    return new Answered<>(answer);
  }

  private static Standing standing() {
    Standing.Verdict yes = new Standing.Verdict(true, List.of());
    return new Standing(facts(), yes, yes, FAR);
  }

  private static ConsentAnswer consent() {
    return new ConsentAnswer(ConsentAnswer.Decision.PERMIT, List.of(), "c-1", List.of(), null, FAR);
  }

  private static ApplicationFacts facts() {
    return new ApplicationFacts(
        "1",
        "guide",
        ApplicationFacts.Tier.HIGH,
        null,
        null,
        null,
        null,
        ApplicationFacts.PatientData.REQUIRED,
        ApplicationFacts.Egress.NONE,
        ApplicationFacts.Supervision.NONE,
        List.of(),
        null,
        1);
  }
}
