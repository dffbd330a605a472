package gatehouse.deid.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the output folder that says with which settings it was made. Without it a second run
 * with a stricter policy would take the first one's output for its own.
 */
final class OutputMark {
  private static final String NAME = ".deid-run";

  private final String settings;

  OutputMark(String settings) {
    this.settings = settings + "\n";
  }

  /**
   * Marks a folder.
   *
   * @throws UsageException if it was made with other settings, or by something else
   */
  void put(Path folder) throws IOException, UsageException {
    Path mark = folder.resolve(NAME);
    if (Files.exists(mark)) {
      if (!Files.readString(mark).equals(settings)) {
        throw new UsageException(
            folder + " was made with other settings (see " + mark + "): take another folder");
      }
      return;
    }
    try (var entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new UsageException(folder + " is not empty and was not made by deid: take a new one");
      }
    }
    Files.writeString(mark, settings);
  }
}
