package gatehouse.admission.application;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.certificate.CertificateNumber;
import gatehouse.admission.certificate.DeviceClass;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Facts;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.clauses.Clause;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Text TEXT = new Text("人工阅片", "by hand");

  /** What an activation can lack, one by one. */
  private record Parts(
      Tier tier,
      @Nullable String owner,
      boolean failover,
      String pilotDigest,
      @Nullable LocalDate certifiedTo,
      boolean ethics,
      @Nullable LocalDate until) {

    static Parts whole() {
      return new Parts(Tier.HIGH, "owner", true, "digest", TODAY.plusDays(10), true, null);
    }

    static Parts random(Random random) {
      return new Parts(
          List.of(Tier.values()).get(random.nextInt(3)),
          random.nextBoolean() ? "owner" : null,
          random.nextBoolean(),
          random.nextBoolean() ? "digest" : "other",
          random.nextInt(3) == 0 ? null : TODAY.plusDays(random.nextInt(7) - 3),
          random.nextBoolean(),
          random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(7) - 3));
    }

    boolean suffices() {
      boolean certified = certifiedTo != null && !TODAY.isAfter(certifiedTo);
      boolean beyond = tier == Tier.LOW || (certified && failover);
      return owner != null
          && pilotDigest.equals("digest")
          && ethics
          && beyond
          && (until == null || !TODAY.isAfter(until));
    }

    Application ready() {
      Declaration declaration =
          new Declaration(
              owner,
              List.of(new Deployment("house", Deployment.Zone.LOCAL, "CN")),
              failover ? new Failover(Failover.Mode.MANUAL, null, TEXT) : null,
              new Declaration.Workflow("room", 5),
              Declaration.PatientData.REQUIRED,
              Egress.NONE,
              new Declaration.Access(TEXT, TEXT, TEXT));
      Identity identity =
          new Identity(
              "code", new UUID(0, 2), "product", "1", "digest", true, "vendor", "s", "D", "z");
      TierDecision decision =
          new TierDecision("v1", Facts.of(Map.of()), List.of(), tier, tier, List.of(), List.of());
      Grant grant =
          new Grant(
              Grant.Track.ADMITTED,
              "case",
              tier,
              "digest",
              pilotDigest,
              certifiedTo == null ? null : certificate(certifiedTo),
              ethics,
              null,
              Egress.NONE,
              List.of(),
              until,
              NOW);
      return done(
          done(Application.registered(new ApplicationId(new UUID(0, 1)), identity, declaration)
                  .tiered(decision))
              .granted(grant));
    }
  }

  private static Certificate certificate(LocalDate expires) {
    return new Certificate(
        new CertificateNumber("国械注准20243210123"),
        DeviceClass.III,
        "holder",
        "model",
        "use",
        TODAY.minusYears(2),
        expires,
        true,
        "checker",
        NOW);
  }

  private static Application done(Outcome<Application> outcome) {
    return switch (outcome) {
      case Outcome.Done<Application> done -> done.value();
      case Outcome.Refused<Application> refused ->
          throw new AssertionError("refused: " + refused.reasons());
    };
  }

  @Test
  @Clause({"G-04", "G-18", "G-21", "G-25", "G-52"})
  void activeExactlyWhenNothingIsMissing() {
    Random random = new Random(4);
    for (int i = 0; i < 5000; i++) {
      Parts parts = Parts.random(random);
      boolean activated = parts.ready().activated(TODAY, NOW) instanceof Outcome.Done<Application>;
      assertThat(activated).as("%s", parts).isEqualTo(parts.suffices());
    }
  }

  @Test
  @Clause("G-18")
  void certificateEndsTheUseAtTheHospitalsMidnight() {
    Application active = done(Parts.whole().ready().activated(TODAY, NOW));
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    Instant lastSecond = Instant.parse("2026-12-01T15:59:59Z");
    LocalDate before = new HospitalDay(Clock.fixed(lastSecond, ZoneOffset.UTC), shanghai).today();
    LocalDate after =
        new HospitalDay(Clock.fixed(lastSecond.plusSeconds(1), ZoneOffset.UTC), shanghai).today();

    assertThat(active.seenOn(before, false).status()).isEqualTo(Status.ACTIVE);
    assertThat(active.seenOn(after, false))
        .isEqualTo(new Application.Seen(Status.SUSPENDED, List.of(Refusal.CERT_EXPIRED)));
  }

  @Test
  @Clause("G-18")
  void renewalAfterALapseNeedsBothConfirmations() {
    Application active = done(Parts.whole().ready().activated(TODAY, NOW));
    LocalDate later = TODAY.plusDays(20);

    Application renewed = done(active.recertified(certificate(TODAY.plusYears(1)), later));
    Application one = done(renewed.confirmed(ApplicationState.Confirmation.OWNER, later, NOW));
    Application two = done(one.confirmed(ApplicationState.Confirmation.ENGINEERING, later, NOW));

    assertThat(renewed.seenOn(later, false).status()).isEqualTo(Status.SUSPENDED);
    assertThat(one.seenOn(later, false).status()).isEqualTo(Status.SUSPENDED);
    assertThat(two.seenOn(later, false).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  @Clause("G-04")
  void withoutOwnerItReadsAsSuspended() {
    Application active = done(Parts.whole().ready().activated(TODAY, NOW));

    Application orphaned = done(active.ownedBy(null));

    assertThat(orphaned.seenOn(TODAY, false).causes()).containsExactly(Refusal.OWNER_MISSING);
    assertThat(active.ownedBy("vendor")).isEqualTo(Outcome.refused(Refusal.OWNER_IS_VENDOR));
  }

  @Test
  @Clause("G-51")
  void knownStopNeverReadsAsActive() {
    Random random = new Random(6);
    for (int i = 0; i < 2000; i++) {
      Application ready = Parts.random(random).ready();
      Application any =
          ready.activated(TODAY, NOW) instanceof Outcome.Done<Application> active
              ? active.value()
              : ready;
      assertThat(any.seenOn(TODAY.plusDays(random.nextInt(30)), true).status())
          .isNotEqualTo(Status.ACTIVE);
    }
  }

  @Test
  @Clause({"G-43", "G-57"})
  void publicDeploymentWithPatientDataMustAskForDeidentification() {
    Declaration declaration =
        new Declaration(
            "owner",
            List.of(new Deployment("cloud", Deployment.Zone.PUBLIC, "CN")),
            null,
            new Declaration.Workflow(" ", 0),
            Declaration.PatientData.REQUIRED,
            Egress.NONE,
            null);

    assertThat(declaration.faults("vendor"))
        .containsExactly(Refusal.PUBLIC_NEEDS_DEIDENTIFICATION, Refusal.WORKFLOW_MISSING);
  }
}
