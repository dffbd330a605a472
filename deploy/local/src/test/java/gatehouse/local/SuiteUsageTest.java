package gatehouse.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody waits minutes for a build to hear that an option is misspelt or that nothing runs. */
class SuiteUsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --bogus",
        "run fresh",
        "run --port",
        "run --only",
        "run --fresh --prot x",
        "run --fresh=yes",
        "faults --minuts 1",
        "faults --minutes",
        "faults --stops=4 --resum",
        "faults 3"
      })
  void aWrongOptionIsNamedBeforeAnythingIsBuilt(String command) throws Exception {
    Said said = suite(Checkout.root(), List.of(command.split(" ", -1)));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("./suite help").doesNotContain("Building");
  }

  @Test
  void whereNothingWasBuiltNothingRuns(@TempDir Path checkout) throws Exception {
    Files.createDirectories(checkout.resolve("deploy"));
    for (String file : List.of("suite", "deploy/find-jdk.sh")) {
      Files.copy(Checkout.root().resolve(file), checkout.resolve(file));
    }

    for (String verb : List.of("status", "demo", "stop", "dev")) {
      Said said = suite(checkout, List.of(verb));
      assertThat(said.code()).as(verb).isEqualTo(3);
      assertThat(said.text()).contains("./suite run").doesNotContain("Building");
    }
  }

  private record Said(int code, String text) {}

  private static Said suite(Path checkout, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", checkout.resolve("suite").toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }
}
