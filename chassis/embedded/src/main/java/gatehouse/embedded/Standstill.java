package gatehouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL that stands still until this is closed: connections are taken by its machine, and
 * nothing is answered. So looks a server whose disk hangs, or a machine that is paused.
 */
public final class Standstill implements AutoCloseable {
  private final List<String> processes = new ArrayList<>();

  private Standstill() {}

  /**
   * Stops every process of the server that serves the folder.
   *
   * @throws IllegalStateException when no server serves it
   */
  public static Standstill of(Path folder) {
    long server =
        EmbeddedPostgres.pidIn(folder)
            .orElseThrow(() -> new IllegalStateException("no server serves " + folder));
    Standstill still = new Standstill();
    // First the one that starts others, so that none is missed.
    still.stop(List.of(Long.toString(server)));
    still.stop(
        ProcessHandle.of(server).stream()
            .flatMap(ProcessHandle::descendants)
            .map(child -> Long.toString(child.pid()))
            .toList());
    return still;
  }

  /** Lets it go on, with all that was asked of it meanwhile. */
  @Override
  public void close() {
    signal("-CONT", processes);
    processes.clear();
  }

  private void stop(List<String> ids) {
    signal("-STOP", ids);
    processes.addAll(ids);
  }

  private static void signal(String signal, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", signal));
    command.addAll(ids);
    try {
      int answer = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (answer != 0) {
        throw new IllegalStateException(command + " answered " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
