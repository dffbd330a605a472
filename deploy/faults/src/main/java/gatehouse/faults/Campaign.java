package gatehouse.faults;

import gatehouse.faults.Goal.Pace;
import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Target;
import gatehouse.faults.check.Witness;
import gatehouse.faults.egress.StopFigures;
import gatehouse.faults.egress.StopTrials;
import gatehouse.faults.fault.Fault;
import gatehouse.faults.fault.FaultOrder;
import gatehouse.faults.fault.Operator;
import gatehouse.faults.load.Hospital;
import gatehouse.faults.load.Ledger;
import gatehouse.faults.load.Load;
import gatehouse.faults.plant.Plant;
import gatehouse.faults.suite.SuiteUnderFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a run: load from beginning to end, one fault after the other, then the stops and the
 * reckoning over all legs.
 */
final class Campaign {
  private static final Duration DRAINED = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final SuiteUnderFault suite;
  private final @Nullable Hospital hospital;
  private final Report report;
  private final Path evidence;
  private final CountDownLatch stop;
  private final Map<String, Long> attempts = new HashMap<>();
  private final KeptRun run;
  private final List<Target> targets = new ArrayList<>();
  private Duration drained = Duration.ZERO;
  private @Nullable StopTrials asked;
  private int stopsMissing;

  /**
   * @param run what earlier legs have done
   * @param stop ends the leg, after what is being done at the moment, when it is counted down
   */
  Campaign(
      SuiteUnderFault suite,
      @Nullable Hospital hospital,
      Report report,
      KeptRun run,
      CountDownLatch stop) {
    this.suite = suite;
    this.hospital = hospital;
    this.report = report;
    this.run = run;
    this.stop = stop;
    this.evidence = evidence(suite.run().path());
  }

  /** Where the ledger, the witnesses' notes and the exports of a run lie. */
  static Path evidence(Path runFolder) {
    return runFolder.resolve("evidence");
  }

  /**
   * What is to be done.
   *
   * @param goal when the faults end
   * @param stops how often an application is stopped behind them, in all legs together
   * @param during words of what is to be wrong while it is stopped; none means a mixture
   * @param prove whether bugs are then planted that must be seen
   * @param pace how fast is asked while faults strike
   */
  record Plan(Goal goal, int stops, List<String> during, boolean prove, Load.Pace pace) {}

  /** The run as it stands behind this leg. */
  KeptRun kept() {
    return run.plus(report.struckInLeg(), attempts);
  }

  /** Does all of it. */
  ExitCode run(Plan plan) throws InterruptedException, SQLException, IOException {
    Path file = evidence.resolve("ledger.tsv");
    Ledger.begin(file);
    List<Finding> letOut = List.of();
    boolean reached;
    try (Witness _ = new Witness(evidence, urls())) {
      reached = plan.goal().isNone() || strike(plan, file);
      if (hospital != null && plan.stops() > 0 && reached) {
        letOut = stop(hospital, plan);
      }
    }
    if (isStopped()) {
      return ExitCode.NOT_THERE_YET;
    }
    if (hospital != null) {
      hospital.forgetTokens();
    }
    Checker.Result result = checker().check(file, kept().attempts());
    result = drained.isZero() ? result : result.drainedAfter(drained);
    report.targets(targets);
    report.result(result, letOut, suite.leftOut());
    List<Finding> unseen = plan.prove() ? prove() : List.of();
    unseen.forEach(one -> report.note(one.toString()));
    if (!result.findings().isEmpty() || !letOut.isEmpty() || !unseen.isEmpty()) {
      return ExitCode.FOUND;
    }
    return reached && stopsMissing <= 0 ? ExitCode.NOTHING_FOUND : ExitCode.NOT_THERE_YET;
  }

  /** All bugs at once, as each start of a service takes some ten seconds. */
  private List<Finding> prove() throws InterruptedException, SQLException, IOException {
    suite.plant(
        asked == null
            ? new Plant[] {Plant.CURSOR_RELAY, Plant.NO_INBOX}
            : new Plant[] {Plant.CURSOR_RELAY, Plant.NO_INBOX, Plant.NO_LEASE_CHECK});
    List<Finding> unseen = new ArrayList<>();
    if (asked != null) {
      unseen.addAll(asked.prove());
    }
    unseen.addAll(new Proof(suite, report, evidence).unseen());
    return unseen;
  }

  /** Whether something was slower than it should be. */
  boolean isTooSlow() {
    return targets.stream().anyMatch(Target::isMissed);
  }

  private Checker checker() {
    return new Checker(suite, hospital == null ? null : hospital.first(), evidence);
  }

  /** Without load: the stops' own figures are wanted. */
  private List<Finding> stop(Hospital asking, Plan plan) throws InterruptedException {
    StopTrials trials =
        new StopTrials(suite, asking, evidence.resolve("stops.tsv"), report::note, stop);
    List<Finding> found = new ArrayList<>();
    try {
      trials.prepare();
      StopFigures figures = trials.run(plan.stops(), plan.during());
      figures.lines().forEach(report::note);
      found.addAll(figures.findings());
      targets.addAll(figures.targets());
      stopsMissing = plan.stops() - trials.done();
      asked = trials;
    } finally {
      count(trials.attempts());
    }
    return found;
  }

  /** Returns whether everything that is counted is there. */
  private boolean strike(Plan plan, Path file) throws InterruptedException, SQLException {
    Ledger ledger = new Ledger(file);
    Load load = Load.start(ledger, suite.url("station"), hospital, plan.pace());
    long healed;
    try {
      strike(plan.goal(), ledger);
      suite.heal();
      healed = System.nanoTime();
      clear();
    } finally {
      load.close();
      count(load.attempts());
    }
    checker().awaitDrained();
    drained = Duration.ofNanos(System.nanoTime() - healed);
    targets.add(new Target("drained after the last fault", DRAINED, drained));
    return plan.goal().isReached(kept().faults(), ledger.size());
  }

  private void strike(Goal goal, Ledger ledger) throws InterruptedException {
    FaultOrder order = new FaultOrder(suite, run.only(), run.seed(), run.faults());
    long begun = System.nanoTime();
    long before = ledger.size();
    pause(BETWEEN);
    while (!isStopped()) {
      long now = ledger.size();
      long struck = report.struckInLeg();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
      Pace pace = new Pace(elapsed, run.faults() + struck, struck, now, now - before);
      report.pace(goal, pace);
      if (pace.faults() >= order.ways() && goal.isOver(pace)) {
        return;
      }
      strike(order);
      pause(BETWEEN);
    }
  }

  /** Poison denies until somebody acts. */
  private void clear() throws InterruptedException {
    if (hospital != null) {
      hospital.forgetTokens();
      report.note(
          "an operator acted on parked events %d times"
              .formatted(new Operator(hospital.first()).clear()));
    }
  }

  private void strike(FaultOrder order) throws InterruptedException {
    long begun = System.nanoTime();
    Random dice = order.dice();
    List<Fault> together = order.next();
    Duration lasts = Duration.ZERO;
    for (Fault one : together) {
      one.strike().now();
      Duration its = one.lasts(dice);
      lasts = its.compareTo(lasts) > 0 ? its : lasts;
    }
    long there = System.nanoTime();
    pause(lasts);
    long over = System.nanoTime();
    suite.heal();
    long healed = System.nanoTime();
    report.struck(
        together,
        Duration.ofNanos(there - begun),
        Duration.ofNanos(over - there),
        Duration.ofNanos(healed - over));
  }

  private boolean isStopped() {
    return stop.getCount() == 0;
  }

  private void pause(Duration time) throws InterruptedException {
    boolean _ = stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void count(Map<String, Long> asked) {
    asked.forEach((type, count) -> attempts.merge(type, count, Long::sum));
  }

  private Map<String, String> urls() {
    Map<String, String> urls = new HashMap<>();
    suite.extent().services().forEach(service -> urls.put(service, suite.url(service)));
    return urls;
  }
}
