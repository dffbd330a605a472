package gatehouse.faults;

import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.fault.Mischief;
import gatehouse.faults.load.Ledger;
import gatehouse.faults.load.Load;
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
 * Looks, once all is counted, whether the bugs of a journal show that were planted into the
 * station.
 */
final class Proof {
  private static final long LOOK_MILLIS = 250;

  /** A busy machine may need a while until two commits overtake each other. */
  private static final long MOST_LOOKS = 60;

  /** As many as cannot all be requests to which the answer is still to come. */
  private static final long ENOUGH = 20;

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
    Path file = folder.resolve("proof.tsv");
    Checker checker = new Checker(suite, null, folder).only("station");
    try (Load _ = Load.start(new Ledger(file), suite.url("station"), null, Load.Pace.FULL)) {
      awaitLosses(checker);
      new Mischief(suite.broker(), new Random(0)).repeat(Mischief.STATION);
    }
    List<Finding> found = checker.check(file, Map.of()).findings();
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

  /** Only so long as it takes: what was lost is judged by the checker, which knows the ledger. */
  private static void awaitLosses(Checker checker) throws InterruptedException, SQLException {
    for (long look = 0; look < MOST_LOOKS && checker.passedOver() < ENOUGH; look++) {
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
