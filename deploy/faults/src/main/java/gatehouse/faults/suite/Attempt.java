package gatehouse.faults.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came of a program of the machine's that not everybody has, or may use.
 *
 * @param said its first line: why it failed, if it did
 */
record Attempt(boolean succeeded, String said) {
  /** Runs the command to its end. */
  static Attempt at(String... command) {
    return with("", command);
  }

  /** Runs the command to its end, and gives it that to read. */
  static Attempt with(String input, String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        // It did not want to read it: what it says tells why.
      }
      List<String> said = process.inputReader().lines().filter(line -> !line.isBlank()).toList();
      int code = process.waitFor();
      return new Attempt(
          code == 0, said.isEmpty() ? command[0] + " ended with " + code : said.getFirst().strip());
    } catch (IOException _) {
      return new Attempt(false, "there is no program " + command[0] + " that we may run");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Attempt(false, command[0] + " was interrupted");
    }
  }
}
