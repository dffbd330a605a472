package gatehouse.faults.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Signals that Java's own process handle does not know. */
final class Signals {
  private Signals() {}

  /** SIGSTOP: the process stands still and is told nothing. */
  static void pause(ProcessHandle process) {
    send("-STOP", process);
  }

  /** SIGCONT. */
  static void goOn(ProcessHandle process) {
    send("-CONT", process);
  }

  /** SIGKILL. */
  static void kill(ProcessHandle process) {
    send("-KILL", process);
  }

  /** To the process and all that it has started, at once. */
  private static void send(String signal, ProcessHandle process) {
    List<String> pids =
        Stream.concat(Stream.of(process), process.descendants())
            .map(one -> Long.toString(one.pid()))
            .toList();
    try {
      new ProcessBuilder(Stream.concat(Stream.of("kill", signal), pids.stream()).toList())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
