package gatehouse.faults.check;

import gatehouse.embedded.Topic;
import gatehouse.faults.check.Database.Progress;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.check.Topics.Published;
import gatehouse.faults.load.Acknowledged;
import gatehouse.faults.load.Ledger;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.story.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at everything once the last fault is over and the load has ended. */
public final class Checker {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** With a bug that loses entries it never drains. */
  private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(4);

  private static final String STATION = "station";

  private final SuiteUnderFault suite;
  private final @Nullable Stage stage;
  private final Path folder;
  private final Topics topics;
  private final List<String> services;
  private final Duration patience;

  /**
   * A checker of all services.
   *
   * @param stage whom to ask as auditor; null when only the station runs
   * @param folder of the witness and of the exports
   */
  public Checker(SuiteUnderFault suite, @Nullable Stage stage, Path folder) {
    this(suite, stage, folder, suite.extent().services(), PATIENCE);
  }

  private Checker(
      SuiteUnderFault suite,
      @Nullable Stage stage,
      Path folder,
      List<String> services,
      Duration patience) {
    this.suite = suite;
    this.stage = stage;
    this.folder = folder;
    this.topics = new Topics(suite.broker());
    this.services = List.copyOf(services);
    this.patience = patience;
  }

  /** A checker of one service that is known to be broken, and for which nobody waits long. */
  public Checker only(String service) {
    return new Checker(suite, stage, folder, List.of(service), LITTLE_PATIENCE);
  }

  /**
   * What was found, and how much was looked at.
   *
   * @param drained from the call until nothing waited any more
   */
  public record Result(
      List<Finding> findings, Duration drained, long acknowledged, long entries, long events) {
    /** The same with a time that was measured before anything else happened. */
    public Result drainedAfter(Duration measured) {
      return new Result(findings, measured, acknowledged, entries, events);
    }
  }

  /** Waits for as long as anything moves; what does not come to its end is found later. */
  public void awaitDrained() throws SQLException, InterruptedException {
    Duration _ = drain(new ArrayList<>());
  }

  /** Waits until nothing is under way, then compares. */
  public Result check(Path ledger, Map<String, Long> attempts)
      throws SQLException, IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    Duration drained = drain(findings);
    ReaderCheck readers = new ReaderCheck(Topic.ofThisCheckout());
    long entries = 0;
    long events = 0;
    // One service after the other: all of a long run together would not fit into memory.
    for (String service : services) {
      List<Acknowledged> acknowledged = Ledger.read(ledger, service);
      List<JournalRow> journal = journal(service, places(acknowledged), findings);
      List<Published> published = published(journal);
      ServiceCheck check = new ServiceCheck(service, journal);
      check.numbersHaveNoGaps();
      check.holdsWhatWasAcknowledged(acknowledged, ofService(service, attempts));
      check.wasPublishedInOrder(published);
      if (service.equals(STATION)) {
        checkStation(check, journal);
      } else {
        check.parksNothing(database(service).parkedKeys());
      }
      readers.tells(journal);
      findings.addAll(check.findings());
      entries += journal.size();
      events += published.size();
    }
    if (stage != null) {
      checkReaders(readers);
      findings.addAll(readers.findings());
    }
    return new Result(findings, drained, Ledger.count(ledger), entries, events);
  }

  /** Whoever reads may be a little behind those that write. */
  private void checkReaders(ReaderCheck readers) throws SQLException, InterruptedException {
    for (String service : services) {
      Database database = database(service);
      long deadline = System.nanoTime() + patience.toNanos();
      while (readers.awaited(service, database) > 0 && System.nanoTime() < deadline) {
        Thread.sleep(250);
      }
      readers.tookEverythingOnce(service, database);
    }
  }

  private void checkStation(ServiceCheck check, List<JournalRow> journal) throws SQLException {
    Database database = database(STATION);
    StationCheck station = new StationCheck(check, journal);
    station.countersMatchTheJournal(database.counters());
    station.effectsHappenedOnce(database.effects());
    station.parksNothingButPoison(database.parkedKeys());
  }

  /** The four services as an auditor gets them; the station, which knows no auditor, by SQL. */
  private List<JournalRow> journal(String service, Set<String> places, List<Finding> findings)
      throws SQLException, IOException, InterruptedException {
    if (service.equals(STATION)) {
      return database(service).journal();
    }
    Auditor auditor = new Auditor(Objects.requireNonNull(stage), folder);
    Exported exported = auditor.export(service, suite.url(service));
    String complaint = exported.complaint();
    if (!complaint.isEmpty()) {
      findings.add(new Finding(Kind.TAMPERED, service, complaint));
    }
    return exported.rows(places);
  }

  /** Where in the entries something acknowledged is to be looked for. */
  private static Set<String> places(List<Acknowledged> acknowledged) {
    return acknowledged.stream().map(Acknowledged::place).collect(Collectors.toSet());
  }

  private List<Published> published(List<JournalRow> journal) {
    List<String> names =
        journal.stream().map(JournalRow::topic).filter(Objects::nonNull).distinct().toList();
    return names.isEmpty() ? List.of() : topics.read(names);
  }

  private static Map<String, Long> ofService(String service, Map<String, Long> attempts) {
    Map<String, Long> own = new HashMap<>(attempts);
    String word = service.equals("data-gateway") ? "gateway" : service.replace("-service", "");
    own.keySet().removeIf(type -> !type.startsWith("gatehouse." + word + "."));
    return own;
  }

  /** How many of the station's entries a cursor has passed over, as far as can be seen by now. */
  public long passedOver() throws SQLException {
    return database(STATION).passedOver();
  }

  /** Waits for as long as anything moves. */
  private Duration drain(List<Finding> findings) throws InterruptedException, SQLException {
    long start = System.nanoTime();
    long moved = start;
    Map<String, Waiting> waiting = waiting();
    while (!waiting.isEmpty() && System.nanoTime() - moved < patience.toNanos()) {
      Thread.sleep(250);
      Map<String, Waiting> before = waiting;
      waiting = waiting();
      moved = waiting.equals(before) ? moved : System.nanoTime();
    }
    waiting.forEach((service, what) ->
        findings.add(new Finding(Kind.NOT_DRAINED, service, "nothing moves any more: " + what)));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What still waits, by service. */
  private Map<String, Waiting> waiting() throws SQLException {
    Map<String, Waiting> waiting = new HashMap<>();
    for (String service : services) {
      Database database = database(service);
      Progress progress = database.progress();
      long received = service.equals(STATION) ? database.received() : progress.numbered();
      if (!progress.isDrained() || received < progress.numbered()) {
        waiting.put(service, new Waiting(progress, received));
      }
    }
    return waiting;
  }

  private record Waiting(Progress progress, long received) {}

  private Database database(String service) {
    return new Database(suite.database(service));
  }
}
