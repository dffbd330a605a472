package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that must say what the code does. {@code -Dgatehouse.contracts.write=true}
 * writes it anew; the difference is then reviewed like any other.
 */
final class Golden {
  private static final boolean WRITE = Boolean.getBoolean("gatehouse.contracts.write");

  private Golden() {}

  static void check(Path file, String actual) {
    try {
      if (WRITE) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      } else if (Files.notExists(file)) {
        fail(file + " is missing; write it with -Dgatehouse.contracts.write=true");
      } else {
        assertEquals(
            Files.readString(file),
            actual,
            file
                + " no longer says what the code does; if the change is meant, write it anew"
                + " with -Dgatehouse.contracts.write=true and review the difference");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
