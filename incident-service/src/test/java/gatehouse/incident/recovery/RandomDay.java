package gatehouse.incident.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.StopDesk.Who;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.StopScope;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** People at random do what they may and what they may not; after each act the world is checked. */
final class RandomDay {
  private static final String GOOD = "sha256:" + "a".repeat(64);
  private static final String OTHER = "sha256:" + "b".repeat(64);

  private final StopDesk desk;
  private final Random random;
  private final String place;
  private final Witness witness = new Witness();

  /** On such a day nobody looks at which version was tested. */
  private final boolean careless;

  /** One act in so many is a new stop: the fewer, the further each comes back. */
  private final int quiet;

  private int lifts;
  private long reports;

  /**
   * @param place makes the day's scopes its own where many days share one database
   */
  RandomDay(StopDesk desk, long seed, String place, int quiet) {
    this.desk = desk;
    this.random = new Random(seed);
    this.place = place;
    this.quiet = quiet;
    this.careless = seed % 3 == 0;
  }

  /** Plays the day and returns how many stops were lifted. */
  int play(int acts) {
    for (int i = 0; i < acts; i++) {
      act();
      checkTheWorld();
    }
    return lifts;
  }

  private void checkTheWorld() {
    Set<String> unlifted = witness.unlifted();
    List<String> mine = desk.inForce().stream().filter(witness.stops()::contains).toList();
    assertThat(mine).containsExactlyInAnyOrderElementsOf(unlifted);
  }

  private void act() {
    List<String> stops = witness.stops();
    if (stops.isEmpty() || random.nextInt(quiet) == 0) {
      stop();
      return;
    }
    String stop = stops.get(random.nextInt(stops.size()));
    Witness.Case file = witness.at(stop);
    if (random.nextInt(2) == 0) {
      anything(stop, file);
    } else {
      nextSensibleStep(stop, file);
    }
  }

  private void stop() {
    StopScope scope =
        new StopScope(
            pick(StopScope.Kind.APPLICATION, StopScope.Kind.VENDOR, StopScope.Kind.DEPARTMENT),
            place + random.nextInt(3));
    Who who = pick(Who.values());
    desk.stop(who, scope).ifPresent(id -> witness.stopped(id, who, scope));
  }

  private void nextSensibleStep(String stop, Witness.Case file) {
    String recovery = file.recovery;
    if (recovery == null) {
      open(stop, pick(Who.ENGINEER, Who.INFO));
    } else if (file.restart == null) {
      fix(file, recovery, Who.ENGINEER, Set.of(GOOD));
    } else if (file.panelVetoed()
        || (careless ? file.tested == null : !file.restart.equals(file.tested))) {
      suite(file, recovery, Who.INFO, careless ? Set.of(OTHER) : file.restart, 0);
    } else if (!file.checked) {
      check(file, recovery, Who.SURGEON, true);
    } else if (!file.panelAgreed()) {
      decided(stop, file, true);
    } else if (file.engineer == null) {
      sign(stop, recovery, Who.ENGINEER, Confirmation.Side.ENGINEERING);
    } else if (file.clinician == null) {
      sign(stop, recovery, Who.RADIOLOGIST, Confirmation.Side.CLINICAL);
    } else {
      lift(stop, pick(Who.AFFAIRS, Who.SECOND_AFFAIRS));
    }
  }

  /** Out of turn, mostly by the right people: only the guards of the service hold them back. */
  private void anything(String stop, Witness.Case file) {
    String recovery = file.recovery;
    if (recovery == null || random.nextInt(3) == 0) {
      lift(stop, mostly(Who.AFFAIRS, Who.SECOND_AFFAIRS));
      return;
    }
    Who engineer = mostly(Who.ENGINEER, Who.INFO);
    Who clinician = mostly(Who.SURGEON, Who.RADIOLOGIST);
    Set<String> digests = pick(Set.of(GOOD), Set.of(OTHER), Set.of(GOOD, OTHER));
    switch (random.nextInt(9)) {
      case 0 -> open(stop, engineer);
      case 1 -> fix(file, recovery, engineer, digests);
      case 2 -> suite(file, recovery, engineer, digests, oneIn(3));
      case 3 -> check(file, recovery, clinician, oneIn(3) == 0);
      case 4 -> decided(pick(stop, anyStop()), file, oneIn(3) == 0);
      case 5, 6 -> sign(stop, recovery, engineer, Confirmation.Side.ENGINEERING);
      default -> sign(stop, recovery, clinician, Confirmation.Side.CLINICAL);
    }
  }

  private int oneIn(int times) {
    return random.nextInt(times) == 0 ? 1 : 0;
  }

  private Who mostly(Who... right) {
    return random.nextInt(4) == 0 ? pick(Who.values()) : pick(right);
  }

  private void open(String stop, Who who) {
    desk.open(who, stop, pick(Finding.values())).ifPresent(id -> witness.opened(stop, id));
  }

  private void fix(Witness.Case file, String recovery, Who who, Set<String> digests) {
    if (desk.fix(who, recovery, digests)) {
      file.restart = digests;
      file.forgetSignatures();
    }
  }

  private void suite(
      Witness.Case file, String recovery, Who who, Set<String> digests, int failures) {
    String report = report();
    if (desk.suite(who, recovery, new StopDesk.Rerun(digests, failures, report))) {
      file.tested = digests;
      file.suiteReport = report;
      afterwards(file, failures == 0);
    }
  }

  private void check(Witness.Case file, String recovery, Who who, boolean acceptable) {
    String report = report();
    if (desk.check(who, recovery, acceptable, report)) {
      file.checked = acceptable;
      file.clinicalReport = report;
      afterwards(file, acceptable);
    }
  }

  /** The panel decides for a stop on the reports of a file, which may be another stop's. */
  private void decided(String stop, Witness.Case file, boolean approved) {
    Reports reports = file.reports();
    if (reports != null) {
      desk.decided(stop, reports, approved);
      witness.decided(stop, reports, approved);
    }
  }

  private String anyStop() {
    return witness.stops().get(random.nextInt(witness.stops().size()));
  }

  /** No two reports are alike. */
  private String report() {
    reports++;
    return "sha256:%064x".formatted(reports);
  }

  private static void afterwards(Witness.Case file, boolean passed) {
    if (passed) {
      file.forgetSignatures();
    } else {
      file.forgetEvaluation();
    }
  }

  private void sign(String stop, String recovery, Who who, Confirmation.Side side) {
    if (desk.sign(who, recovery, side)) {
      witness.signed(stop, side, who);
    }
  }

  private void lift(String stop, Who who) {
    boolean right = witness.mayLift(stop, who);
    if (desk.lift(who, stop)) {
      assertThat(right).as("lifted, and everything that G-55 asks for was there").isTrue();
      witness.lifted(stop);
      lifts++;
    }
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }
}
