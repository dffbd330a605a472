package gatehouse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.faults.check.Checker;
import gatehouse.faults.suite.LeftOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict names what it says nothing of. */
class ReportTest {
  private static final Checker.Result CLEAN =
      new Checker.Result(List.of(), Duration.ZERO, 10, 10, 10);

  @TempDir private Path folder = Path.of("");

  @Test
  void theVerdictNamesTheKindsOfFaultsThatWereNotPossible() throws IOException {
    String verdict =
        verdict(
            List.of(
                new LeftOut("full disk", "mount: permission denied"),
                new LeftOut("dropped packets", "there is no program nft that we may run")));

    assertThat(verdict)
        .contains("LOST         0")
        .contains("NOT_POSSIBLE 2 kinds of faults")
        .contains("    full disk: mount: permission denied")
        .contains("    dropped packets: there is no program nft that we may run");
  }

  @Test
  void whereEverythingWasPossibleNothingIsNamed() throws IOException {
    assertThat(verdict(List.of()))
        .contains("NOT_POSSIBLE 0 kinds of faults")
        .doesNotContain("kinds of faults\n    ");
  }

  private String verdict(List<LeftOut> leftOut) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Announcing out = new Announcing(new PrintStream(said, true, StandardCharsets.UTF_8));
    try (Report report = new Report(out, folder.resolve("faults.tsv"), 0)) {
      report.result(CLEAN, List.of(), leftOut);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
