package gatehouse.faults;

import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.fault.Mischief;
import gatehouse.faults.load.Ledger;
import gatehouse.faults.load.Load;
import gatehouse.faults.plant.Plant;
import gatehouse.faults.suite.SuiteUnderFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plants the bugs of a journal into the station, once all is counted, and looks whether it shows.
 */
final class Proof {
  private static final long LOADED_MILLIS = 6_000;

  private final SuiteUnderFault suite;
  private final Report report;
  private final Path folder;

  Proof(SuiteUnderFault suite, Report report, Path folder) {
    this.suite = suite;
    this.report = report;
    this.folder = folder;
  }

  /** What this harness should have seen and has not. */
  List<Finding> unseen() throws InterruptedException, SQLException, IOException {
    suite.plant(Plant.CURSOR_RELAY, Plant.NO_INBOX);
    Path file = folder.resolve("proof.tsv");
    try (Load _ = Load.start(new Ledger(file), suite.url("station"), null)) {
      Thread.sleep(LOADED_MILLIS);
      new Mischief(suite.broker(), new Random(0)).repeat(Mischief.STATION);
    }
    List<Finding> found =
        new Checker(suite, null, folder).only("station").check(file, Map.of()).findings();
    Set<Kind> kinds = found.stream().map(Finding::kind).collect(Collectors.toSet());
    List<Finding> unseen = new ArrayList<>();
    for (Kind kind : List.of(Kind.LOST, Kind.DOUBLED)) {
      if (kinds.contains(kind)) {
        report.note(
            "as it must be with the planted bugs: "
                + found.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow());
      } else {
        unseen.add(new Finding(Kind.UNSEEN, "station", "a planted bug showed nothing " + kind));
      }
    }
    return unseen;
  }
}
