package gatehouse.local;

import gatehouse.embedded.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./suite} as a person starts it, with what it says. */
final class SuiteProcess implements AutoCloseable {
  // The first run of a checkout prepares Keycloak, which a busy machine takes its time for.
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private SuiteProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static SuiteProcess start(Path runFolder, String verb, String... arguments) throws IOException {
    Path root = Checkout.root();
    List<String> command = new ArrayList<>(List.of(root.resolve("suite").toString(), verb));
    if (verb.equals("run")) {
      command.add("--no-build");
    }
    command.addAll(List.of("--run-folder", runFolder.toString()));
    command.addAll(List.of(arguments));
    return new SuiteProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Runs it to its end and returns its exit code. */
  static int exitCode(Path runFolder, String verb, String... arguments) throws Exception {
    try (SuiteProcess suite = start(runFolder, verb, arguments)) {
      return suite.awaitEnd();
    }
  }

  /** Waits until a line with the text has been printed. */
  SuiteProcess awaitLine(String text) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (lines) {
      while (lines.stream().noneMatch(line -> line.contains(text))) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || !process.isAlive()) {
          throw new AssertionError("Never said '" + text + "' but:\n" + output());
        }
        lines.wait(Math.min(left, 500));
      }
    }
    return this;
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("Did not end but said:\n" + output());
    }
    reader.join();
    return process.exitValue();
  }

  /** Sends TERM. Through the handle: {@link Process#destroy} would also close what it says. */
  void terminate() {
    process.toHandle().destroy();
  }

  String output() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      terminate();
      awaitEnd();
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }
}
