package gatehouse.faults;

import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Witness;
import gatehouse.faults.egress.StopFigures;
import gatehouse.faults.egress.StopTrials;
import gatehouse.faults.fault.Fault;
import gatehouse.faults.fault.Faults;
import gatehouse.faults.load.Hospital;
import gatehouse.faults.load.Ledger;
import gatehouse.faults.load.Load;
import gatehouse.faults.suite.SuiteUnderFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One run: load from beginning to end, one fault after the other, then the reckoning. */
final class Campaign {
  private static final int LEAST = 2;
  private static final Duration BETWEEN = Duration.ofMillis(700);

  private final SuiteUnderFault suite;
  private final @Nullable Hospital hospital;
  private final Report report;
  private final Random dice;

  Campaign(SuiteUnderFault suite, @Nullable Hospital hospital, Report report, Random dice) {
    this.suite = suite;
    this.hospital = hospital;
    this.report = report;
    this.dice = dice;
  }

  /**
   * What is to be done.
   *
   * @param length how long faults strike
   * @param only part of the names of the faults that may strike
   * @param stops how often an application is stopped behind them
   * @param prove whether a gateway then gets a bug that the last stop must show
   */
  record Plan(Duration length, String only, int stops, boolean prove) {}

  /** Does all of it; returns whether nothing was found. */
  boolean run(Plan plan) throws InterruptedException, SQLException, IOException {
    Path folder = suite.run().path().resolve("evidence");
    folder.toFile().mkdirs();
    Path file = folder.resolve("ledger.tsv");
    Ledger ledger = new Ledger(file);
    Map<String, Long> attempts = new HashMap<>();
    List<Finding> letOut = List.of();
    try (Witness _ = new Witness(folder, urls())) {
      try (Load load = Load.start(ledger, suite.url("station"), hospital)) {
        strike(plan, ledger);
        suite.heal();
        load.close();
        attempts.putAll(load.attempts());
      }
      if (hospital != null && plan.stops() > 0) {
        letOut = stop(hospital, plan, attempts);
      }
    }
    if (hospital != null) {
      hospital.forgetTokens();
    }
    Checker checker = new Checker(suite, hospital == null ? null : hospital.first(), folder);
    Checker.Result result = checker.check(file, attempts);
    report.result(result, letOut);
    return result.findings().isEmpty() && letOut.isEmpty();
  }

  /** Without load: the stops' own figures are wanted. */
  private List<Finding> stop(Hospital asking, Plan plan, Map<String, Long> attempts)
      throws InterruptedException {
    StopTrials trials = new StopTrials(suite, asking, report::note);
    trials.prepare();
    StopFigures figures = trials.run(plan.stops());
    figures.lines().forEach(report::note);
    List<Finding> found = new ArrayList<>(figures.findings());
    if (plan.prove()) {
      found.addAll(trials.prove());
    }
    trials.attempts().forEach((type, count) -> attempts.merge(type, count, Long::sum));
    return found;
  }

  /**
   * Every fault in a shuffled order, but that even the shortest run repeats events as its second.
   */
  private List<Fault> shuffled(String only) {
    List<Fault> deck = new ArrayList<>(Faults.of(suite, dice));
    deck.removeIf(one -> !one.name().contains(only));
    if (deck.isEmpty()) {
      throw new IllegalArgumentException("no fault's name contains \"" + only + "\"");
    }
    Collections.shuffle(deck, dice);
    deck.stream()
        .filter(one -> one.name().startsWith("repeat"))
        .findFirst()
        .ifPresent(repeat -> {
          deck.remove(repeat);
          deck.add(Math.max(0, deck.size() - 1), repeat);
        });
    return deck;
  }

  /** Every fault once in a shuffled order, and again, until the time is over. */
  private void strike(Plan plan, Ledger ledger) throws InterruptedException {
    if (plan.length().isZero()) {
      return;
    }
    List<Fault> deck = new ArrayList<>();
    long end = System.nanoTime() + plan.length().toNanos();
    Thread.sleep(BETWEEN);
    for (int struck = 0; struck < LEAST || System.nanoTime() < end; struck++) {
      if (deck.isEmpty()) {
        deck.addAll(shuffled(plan.only()));
      }
      Fault fault = deck.removeLast();
      long begun = System.nanoTime();
      fault.strike().now();
      long shortest = fault.shortest().toMillis();
      Thread.sleep(dice.nextLong(shortest, fault.longest().toMillis() + 1));
      suite.heal();
      report.struck(fault, Duration.ofNanos(System.nanoTime() - begun), ledger.size());
      Thread.sleep(BETWEEN);
    }
  }

  private Map<String, String> urls() {
    Map<String, String> urls = new HashMap<>();
    suite.extent().services().forEach(service -> urls.put(service, suite.url(service)));
    return urls;
  }
}
