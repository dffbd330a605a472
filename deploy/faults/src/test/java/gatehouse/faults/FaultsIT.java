package gatehouse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The short form of the harness. All parts are started once: first the suite must hold, then each
 * of the three bugs is planted into it and must be found. Beside it, in folders and on ports of
 * their own, a run of the journal alone is stopped and goes on.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** One stop, or one loss of an owner, each. */
  private static final List<String> WRONG =
      List.of(
          "gateways cut off from owner",
          "stopped by SIGSTOP",
          "owner killed behind its answer",
          "in the middle of a stream",
          "owner cut off from its database");

  /** What is done to the suite, and what that is called where a machine does not allow it. */
  private static final Map<String, String> KINDS =
      Map.of(
          "kill", "-",
          "pause", "-",
          "clock", "-",
          "cut", "-",
          "swallow", "-",
          "poison", "-",
          "repeat", "-",
          "shuffle", "-",
          "drop", "dropped packets",
          "fill", "full disk");

  @TempDir private Path folder = Path.of("");

  private record Run(int exitCode, String output) {}

  /** The minutes are the least: no leg ends before each kind of fault has struck. */
  @Test
  void suiteLosesNothingAndLetsNothingOutAndEachPlantedBugIsFound() throws Exception {
    Run run =
        faults("--minutes", "0.1", "--stops", "5", "--while", String.join(",", WRONG), "--prove");

    assertThat(run.output())
        .contains("acknowledged, ", "LOST         0", "LET_OUT      0", "NOT_POSSIBLE ")
        .contains(WRONG)
        .contains("as it must be with the planted bug: LET_OUT data-gateway")
        .contains("as it must be with the planted bugs: LOST station")
        .contains("as it must be with the planted bugs: DOUBLED station: took effect 2 times");
    KINDS.forEach((way, kind) ->
        assertThat(run.output())
            .as("what is done is done once at least, or it is said why it is not: %s", way)
            .containsPattern("STRUCK .*\\b%s [1-9]|NOT_POSSIBLE [^V]*%s: ".formatted(way, kind)));
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void aRunThatWasStoppedGoesOnWhereItEnded() throws Exception {
    Process stopped = start("--journal-only", "--only", "clock", "--faults", "1000");
    try {
      awaitOutput(stopped, " acknowledged, ");
    } finally {
      stopped.destroy();
      stopped.waitFor();
    }
    assertThat(stopped.exitValue()).as(output()).isEqualTo(143);
    long acknowledged = lines(ledger());

    Run resumed = faults("--resume", "--faults", "3");

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).doesNotContain("   1  clock").contains("LOST         0");
    assertThat(lines(ledger())).isGreaterThan(acknowledged);
  }

  private Run faults(String... arguments) throws IOException, InterruptedException {
    int code = start(arguments).waitFor();
    System.out.println(output());
    return new Run(code, output());
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Checkout.root().resolve("suite").toString(),
                "faults",
                "--no-build",
                "--run-folder",
                folder.resolve("run").toString(),
                "--gently"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(outputFile());
    // Two minutes are too short for code that is compiled twice.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    return builder.start();
  }

  private void awaitOutput(Process process, String words) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output().contains(words)) {
      assertThat(process.isAlive()).as(output()).isTrue();
      assertThat(System.nanoTime()).as(output()).isLessThan(deadline);
      boolean _ = process.waitFor(LOOK_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  private String output() throws IOException {
    return Files.readString(outputFile().toPath());
  }

  private File outputFile() {
    return folder.resolve("output").toFile();
  }

  private Path ledger() {
    return folder.resolve("run/evidence/ledger.tsv");
  }

  private static long lines(Path file) throws IOException {
    return Files.readString(file).lines().count();
  }
}
