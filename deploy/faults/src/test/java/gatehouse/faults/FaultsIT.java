package gatehouse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the harness: the packaged suite holds, and each planted bug is found. */
class FaultsIT {
  @TempDir private Path folder = Path.of("");

  private record Run(int exitCode, String output) {}

  @Test
  void suiteLosesNothingAndLetsNothingOutWhileItIsBroken() throws Exception {
    Run run = faults("--minutes", "0.5", "--stops", "4", "--prove");

    assertThat(run.output())
        .contains("acknowledged, ", "LOST         0", "LET_OUT      0")
        .contains("as it must be with the planted bug: LET_OUT data-gateway");
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void aCursorInPlaceOfTheQueueAndAMissingInboxAreFound() throws Exception {
    Run run = faults("--journal-only", "--minutes", "0.4", "--plant", "cursor-relay,no-inbox");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .contains("LOST station: acknowledged, and not in the journal")
        .contains("DOUBLED station: took effect 2 times");
  }

  @Test
  void aBugThatNobodyKnowsIsWrongUsage() throws Exception {
    Run run = faults("--plant", "rust");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
    assertThat(run.output()).contains("cursor-relay");
  }

  private Run faults(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Checkout.root().resolve("suite").toString(),
                "faults",
                "--no-build",
                "--run-folder",
                folder.resolve("run").toString()));
    command.addAll(List.of(arguments));
    File output = folder.resolve("output").toFile();
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start()
            .waitFor();
    String said = Files.readString(output.toPath());
    System.out.println(said);
    return new Run(code, said);
  }
}
