package gatehouse.local.blueprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Says of an unpacked Keycloak that it was built, how, and which build it was. Unpacking it again
 * puts the files of before the build back and leaves the mark, so that the mark alone proves
 * nothing.
 */
final class BuiltMark {
  private static final String MARK = ".gatehouse-built";
  private static final String WRITTEN_BY_A_BUILD = "lib/quarkus/quarkus-application.dat";

  private final Path distribution;
  private final List<String> options;

  BuiltMark(Path distribution, List<String> options) {
    this.distribution = distribution;
    this.options = options;
  }

  /** Whether what lies there is what was built, with these options. */
  boolean fits() throws IOException {
    Path mark = distribution.resolve(MARK);
    return Files.exists(mark) && Files.readString(mark).equals(text());
  }

  /** Marks what lies there as built. */
  void set() throws IOException {
    Files.writeString(distribution.resolve(MARK), text());
  }

  private String text() throws IOException {
    Path written = distribution.resolve(WRITTEN_BY_A_BUILD);
    String build = Files.exists(written) ? Files.getLastModifiedTime(written).toString() : "none";
    return String.join("\n", options) + "\n" + build + "\n";
  }
}
