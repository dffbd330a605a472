package gatehouse.admission.evaluation;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.application.Egress;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.certificate.CertificateNumber;
import gatehouse.admission.certificate.DeviceClass;
import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Protocol;
import gatehouse.admission.evidence.Score;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.PilotPlan;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.tiering.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Takes one case along random steps: most help it on, some disturb, some may not be done at all.
 */
final class CaseWalk {
  static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  static final String REQUESTER = "requester";
  static final int CAP = 3;

  final Random random;
  AdmissionCase present;
  Instant now = START;
  private final Set<String> vetoedHashes;
  private final boolean seeksEntry;

  CaseWalk(long seed, Set<String> vetoedHashes) {
    random = new Random(seed);
    this.vetoedHashes = vetoedHashes;
    seeksEntry = seed % 2 == 0;
    present = opened(random);
  }

  static AdmissionCase opened(Random random) {
    Subject subject =
        new Subject(
            new ApplicationId(new UUID(0, 1)),
            "code",
            "vendor",
            "sha256:version",
            "scenario",
            "RADIOLOGY",
            REQUESTER,
            Tier.HIGH,
            Egress.DEIDENTIFIED,
            true,
            null);
    return done(AdmissionCase.opened(new CaseId(new UUID(0, random.nextLong())), subject))
        .admissionCase();
  }

  static CaseChange done(Outcome<CaseChange> outcome) {
    return switch (outcome) {
      case Outcome.Done<CaseChange> done -> done.value();
      case Outcome.Refused<CaseChange> refused ->
          throw new AssertionError("refused: " + refused.reasons());
    };
  }

  /** One step; who acts holds whatever roles this moment gives. */
  Outcome<CaseChange> step() {
    now = now.plusSeconds(60);
    return random.nextInt(10) < 8 ? helpful() : disturbing();
  }

  void follow(CaseChange change) {
    present = change.admissionCase();
    present.vetoedHash().ifPresent(vetoedHashes::add);
  }

  private Outcome<CaseChange> helpful() {
    return switch (present.state()) {
      case CaseState.Tiered _ -> present.certificateChecked(certificate(), TODAY);
      case CaseState.Collecting _ -> collecting();
      case CaseState.Ready _ ->
          seeksEntry ? openedOrSeated(true) : startPilot(Environment.SIMULATED);
      case CaseState.PilotVoting voting -> voteAsAsked(voting.round());
      case CaseState.Voting voting -> voteAsAsked(voting.round());
      case CaseState.PilotAuthorised _ -> startPilot(Environment.NON_CORE);
      case CaseState.Piloting _ -> random.nextBoolean() ? run() : finish();
      case CaseState.PilotPassed _ -> openedOrSeated(false);
      case CaseState.Admitted _,
          CaseState.Vetoed _,
          CaseState.PilotFailed _,
          CaseState.Withdrawn _ ->
          disturbing();
    };
  }

  private Outcome<CaseChange> disturbing() {
    return switch (random.nextInt(12)) {
      case 0 -> present.certificateChecked(certificate(), TODAY);
      case 1 -> file(any(EvidenceKind.values()));
      case 2 -> present.seated(any(Seat.values()), someone());
      case 3 -> random.nextInt(4) == 0 ? present.recused(someone()) : vote();
      case 4 -> vote();
      case 5 -> present.rounds().overdueVoided(now);
      case 6 -> startPilot(Environment.NON_CORE);
      case 7 -> run();
      case 8 -> finish();
      case 9 -> openedOrSeated(random.nextBoolean());
      case 10 -> random.nextInt(5) == 0 ? present.withdrawn() : complete();
      default -> present.retiered(random.nextBoolean() ? Tier.HIGH : Tier.MEDIUM);
    };
  }

  private Outcome<CaseChange> collecting() {
    for (EvidenceKind kind : EvidenceKind.values()) {
      if (!present.bundle().evidence().containsKey(kind)) {
        return kind.measured() && !present.bundle().protocols().containsKey(kind)
            ? present.thresholdsFixed(kind, protocol())
            : file(kind);
      }
    }
    for (Dimension dimension : Dimension.values()) {
      if (!present.bundle().scores().containsKey(dimension)) {
        return present.dimensionScored(
            dimension, new Score(4, new TreeSet<>(Set.of(EvidenceKind.TECH)), "why"));
      }
    }
    return complete();
  }

  private Outcome<CaseChange> complete() {
    return present.completed(TODAY, vetoedHashes::contains);
  }

  private Outcome<CaseChange> file(EvidenceKind kind) {
    Map<String, BigDecimal> measures =
        Map.of("metric", random.nextInt(8) == 0 ? new BigDecimal("0.5") : new BigDecimal("0.95"));
    Evidence evidence =
        new Evidence(
            kind,
            "sha256:" + kind + random.nextInt(2),
            true,
            new TreeMap<>(kind.measured() ? measures : Map.of()),
            kind.measured() ? now : null,
            null,
            "author",
            now);
    Person author = new Person("author", kind.authors(), "RADIOLOGY", null);
    return present.evidenceFiled(evidence, random.nextInt(5) == 0 ? someone() : author);
  }

  private Outcome<CaseChange> openedOrSeated(boolean pilotEntry) {
    for (Seat seat : Seat.values()) {
      if (!present.panel().holders().containsKey(seat)) {
        return present.seated(seat, someone());
      }
    }
    CaseRounds.Opening opening =
        new CaseRounds.Opening(
            new UUID(1, random.nextLong()),
            now,
            TODAY,
            now.plusSeconds(60L * (1 + random.nextInt(40))),
            vetoedHashes::contains);
    return pilotEntry
        ? present.rounds().pilotEntryOpened(opening)
        : present
            .rounds()
            .admissionOpened(opening, new Proposal(Egress.DEIDENTIFIED, List.of(), null));
  }

  private Outcome<CaseChange> vote() {
    Seat seat = any(Seat.values());
    Round round = present.rounds().current().orElse(null);
    String holder = round == null ? "p1" : round.holders().getOrDefault(seat, "p1");
    Person voter =
        random.nextInt(4) == 0 ? someone() : new Person(holder, roles(seat.role()), null, null);
    String hash = round == null || random.nextInt(10) == 0 ? "sha256:other" : round.bundleHash();
    Choice choice = random.nextInt(25) == 0 ? Choice.REJECT : Choice.APPROVE;
    return present
        .rounds()
        .ballotCast(new Ballot(seat, voter.subject(), choice, "reason", null, hash, now), voter);
  }

  /** The next seat that has not voted approves, now and then rejects. */
  private Outcome<CaseChange> voteAsAsked(Round round) {
    Seat seat =
        Arrays.stream(Seat.values())
            .filter(other -> !round.ballots().containsKey(other))
            .findFirst()
            .orElseThrow();
    String holder = round.holders().getOrDefault(seat, "nobody");
    Choice choice = random.nextInt(25) == 0 ? Choice.REJECT : Choice.APPROVE;
    return present
        .rounds()
        .ballotCast(
            new Ballot(seat, holder, choice, "reason", null, round.bundleHash(), now),
            new Person(holder, Set.of(seat.role()), null, null));
  }

  private Outcome<CaseChange> startPilot(Environment environment) {
    String digest = random.nextInt(5) == 0 ? "sha256:else" : present.subject().digest();
    PilotPlan plan =
        new PilotPlan(
            environment,
            digest,
            new TreeSet<>(Set.of("LAB")),
            List.of(threshold()),
            CAP,
            2,
            TODAY.plusDays(30));
    return present.trial().started(plan, now, TODAY);
  }

  private Outcome<CaseChange> run() {
    String place = random.nextInt(4) == 0 ? "WARD" : "LAB";
    return present.trial().ran(place, random.nextInt(6) == 0, TODAY);
  }

  private Outcome<CaseChange> finish() {
    String value = random.nextInt(6) == 0 ? "0.1" : "0.99";
    return present.trial().finished(Map.of("metric", new BigDecimal(value)));
  }

  private Person someone() {
    String subject = random.nextInt(6) == 0 ? REQUESTER : "p" + random.nextInt(8);
    return new Person(subject, roles(any(Role.values())), "RADIOLOGY", null);
  }

  private Set<Role> roles(Role one) {
    Set<Role> roles = EnumSet.of(one);
    Arrays.stream(Role.values()).filter(_ -> random.nextInt(3) == 0).forEach(roles::add);
    return roles;
  }

  private Certificate certificate() {
    return new Certificate(
        new CertificateNumber("国械注准20243210123"),
        DeviceClass.III,
        "holder",
        "model",
        "use",
        TODAY.minusYears(1),
        TODAY.plusYears(random.nextInt(3)),
        true,
        "checker",
        now);
  }

  private Protocol protocol() {
    return new Protocol(List.of(threshold()), "fixer", now.minusSeconds(1));
  }

  private static Threshold threshold() {
    return new Threshold("metric", Threshold.Bound.AT_LEAST, new BigDecimal("0.9"));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
