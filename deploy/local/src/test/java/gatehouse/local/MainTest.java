package gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runn",
        "run --only nothing",
        "run --port nobody=1",
        "run --port kafka=70000",
        "run --port kafka",
        "dev",
        "dev deid",
        "parked nobody",
        "parked --replay",
        "parked --replay nonsense",
        "parked --all --replay a/0/1",
        "erase nobody c-1 --reason COURT_ORDER --reference 7 --yes",
        "erase consent-service"
      })
  void wrongUsageIsTwo(String line) {
    assertThat(Main.execute((line + " --run-folder " + folder).split(" "))).isEqualTo(2);
  }

  @Test
  void statusOfNothingIsThree() {
    assertThat(Main.execute("status", "--run-folder", folder.toString())).isEqualTo(3);
  }

  @Test
  void nothingThatRunsHasNothingParked() {
    assertThat(Main.execute("parked", "--run-folder", folder.toString())).isEqualTo(3);
  }

  @Test
  void stoppingNothingIsDone() {
    assertThat(Main.execute("stop", "--run-folder", folder.toString())).isEqualTo(0);
  }
}
