package gatehouse.faults.check;

import gatehouse.story.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks for the journals once the faults are over.
 *
 * <p>Asks again for a while: behind the last fault a service may still hold a connection that was
 * cut, and a run of hours must not end without a verdict for that. For an issuer in the same
 * trouble the stage waits.
 */
final class Auditor {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Stage stage;
  private final Path folder;

  /**
   * An auditor.
   *
   * @param folder of the exports
   */
  Auditor(Stage stage, Path folder) {
    this.stage = stage;
    this.folder = folder;
  }

  /**
   * A service's journal.
   *
   * @throws IOException when it is not to be had within a minute
   */
  Exported export(String service, String url) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return Exported.of(service, url, stage.tokenOf("han.auditor"), folder);
      } catch (IOException e) {
        if (System.nanoTime() - deadline > 0) {
          throw new IOException("no journal of " + service + " to compare with", e);
        }
        Thread.sleep(BETWEEN);
      }
    }
  }
}
