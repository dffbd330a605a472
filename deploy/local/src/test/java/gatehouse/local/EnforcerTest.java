package gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the second enforcer's own test; where the kernel or the rights are missing it says so. */
class EnforcerTest {
  private static final int CANNOT_RUN_HERE = 77;

  @Test
  void theKernelClosesTheDoorWhenTheLeasesRunOut() throws IOException, InterruptedException {
    Process test =
        new ProcessBuilder("sh", "test.sh")
            .directory(Path.of("../enforcer").toFile())
            .redirectErrorStream(true)
            .start();

    String said = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = test.waitFor(60, TimeUnit.SECONDS);

    assertThat(ended).isTrue();
    assumeTrue(test.exitValue() != CANNOT_RUN_HERE, said);
    assertThat(test.exitValue()).as(said).isZero();
  }
}
