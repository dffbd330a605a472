package gatehouse.faults.suite;

import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** What the services' clocks add to the machine's time, each in a file of its own. */
final class Clocks {
  private Clocks() {}

  /** Read by the part's agent. */
  static Path file(RunFolder run, String part) {
    return run.path().resolve("clocks").resolve(part);
  }

  /** Whole or not at all: the agent may read at any moment. */
  static void shift(RunFolder run, String part, Duration by) {
    Path file = file(run, part);
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.writeString(file.resolveSibling(part + ".fresh"), by.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
