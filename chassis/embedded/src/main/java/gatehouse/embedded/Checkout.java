package gatehouse.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** The working copy that this process was started in. */
public final class Checkout {
  private Checkout() {}

  /**
   * The folder that holds {@code .mvn}, found by walking up from the working directory: tests run
   * in their module's folder, the launcher anywhere.
   *
   * @throws IllegalStateException outside a checkout
   */
  public static Path root() {
    return rootAbove(Path.of("").toAbsolutePath());
  }

  static Path rootAbove(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder above " + start + " holds .mvn");
  }
}
