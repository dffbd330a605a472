package gatehouse.faults;

import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Witness;
import gatehouse.faults.egress.StopTrial;
import gatehouse.faults.fault.Fault;
import gatehouse.faults.fault.Faults;
import gatehouse.faults.load.Ledger;
import gatehouse.faults.load.Load;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.Listener;
import gatehouse.story.OpenDoor;
import gatehouse.story.stage.Stage;
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
  private final @Nullable Stage stage;
  private final Report report;
  private final Random dice;
  private final List<StopTrial.Seen> seen = new ArrayList<>();

  Campaign(SuiteUnderFault suite, @Nullable Stage stage, Report report, long seed) {
    this.suite = suite;
    this.stage = stage;
    this.report = report;
    this.dice = new Random(seed);
  }

  /**
   * Strikes for that long; returns whether nothing was found.
   *
   * @param stops whether two applications are stopped at the end
   */
  boolean run(Duration length, boolean stops)
      throws InterruptedException, SQLException, IOException {
    Path folder = suite.run().path().resolve("evidence");
    folder.toFile().mkdirs();
    Path file = folder.resolve("ledger.tsv");
    Ledger ledger = new Ledger(file);
    Map<String, Long> attempts;
    try (Witness _ = new Witness(folder, urls())) {
      try (Load load = Load.start(ledger, suite.url("station"), stage)) {
        strike(length, ledger);
        suite.heal();
        if (stops && stage != null) {
          stop(stage);
        }
        load.close();
        attempts = load.attempts();
      }
      if (stage != null) {
        stage.forgetTokens();
      }
    }
    Checker.Result result = new Checker(suite, stage, folder).check(file, attempts);
    report.result(result);
    return result.findings().isEmpty() && seen.stream().allMatch(one -> one.findings().isEmpty());
  }

  /** One stop in peace, and one of which the gateway hears nothing. */
  private void stop(Stage hospital) throws InterruptedException {
    hospital.forgetTokens();
    OpenDoor.open(hospital);
    StopTrial trial = new StopTrial(suite, hospital);
    trial.healthy("discharge-summary", Listener.MODEL_IN_HOUSE).ifPresent(seen::add);
    trial.cutOff("note-assistant", Listener.MODEL_PUBLIC_CLOUD).ifPresent(seen::add);
    seen.forEach(report::stopped);
    if (seen.isEmpty()) {
      report.note("SKIPPED: egress after a stop; this suite does not tell when one is enforced");
    }
  }

  /**
   * Every fault in a shuffled order, but that even the shortest run repeats events as its second.
   */
  private List<Fault> shuffled() {
    List<Fault> deck = new ArrayList<>(Faults.of(suite, dice));
    Collections.shuffle(deck, dice);
    Fault repeat =
        deck.stream().filter(one -> one.name().startsWith("repeat")).findFirst().orElseThrow();
    deck.remove(repeat);
    deck.add(deck.size() - 1, repeat);
    return deck;
  }

  /** Every fault once in a shuffled order, and again, until the time is over. */
  private void strike(Duration length, Ledger ledger) throws InterruptedException {
    List<Fault> deck = new ArrayList<>();
    long end = System.nanoTime() + length.toNanos();
    Thread.sleep(BETWEEN);
    for (int struck = 0; struck < LEAST || System.nanoTime() < end; struck++) {
      if (deck.isEmpty()) {
        deck.addAll(shuffled());
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
