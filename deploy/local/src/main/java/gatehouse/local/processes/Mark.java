package gatehouse.local.processes;

import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A pid file: which process is a part's. A process id alone proves nothing, the system gives it to
 * others again; so the start time is kept with it, and a part's process must carry the run's folder
 * in its command line.
 *
 * @param run the run that the process belongs to
 * @param part the part's name
 * @param startedAt when the process began, as the system tells it
 */
public record Mark(RunFolder run, String part, long pid, Instant startedAt) {
  /** The launcher's own mark. */
  public static final String LAUNCHER = "launcher";

  // The system derives it from ticks since boot; adjusting the clock moves it by a second or so.
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);
  private static final String SUFFIX = ".pid";

  /** Marks the process as the part's, in the folder of marks. */
  static Mark set(RunFolder run, String part, ProcessHandle process) {
    Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
    Mark mark = new Mark(run, part, process.pid(), startedAt);
    try {
      Files.writeString(mark.file(), mark.pid + "\n" + startedAt + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mark;
  }

  /** The PostgreSQL process that serves the folder. */
  static Optional<ProcessHandle> server(Path folder) {
    OptionalLong pid = EmbeddedPostgres.pidIn(folder);
    return pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
  }

  /** All marks of the run; a file that is no mark is none. */
  public static List<Mark> in(RunFolder run) {
    if (!Files.isDirectory(run.marks())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run.marks())) {
      return files.sorted().map(file -> read(run, file)).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mark of one part. */
  public static Optional<Mark> of(RunFolder run, String part) {
    return in(run).stream().filter(mark -> mark.part.equals(part)).findFirst();
  }

  /** The live process, if it is still the one that was marked. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheMarkedOne);
  }

  private Path file() {
    return run.marks().resolve(part + SUFFIX);
  }

  void remove() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process, first politely, and returns when it is gone. */
  public void end(Duration patience) {
    process().ifPresent(process -> end(process, patience));
    remove();
  }

  private void end(ProcessHandle process, Duration patience) {
    terminate(process);
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new CompletionException(e);
    }
  }

  private void terminate(ProcessHandle process) {
    if (!part.equals("postgres")) {
      process.destroy();
      return;
    }
    // TERM would make PostgreSQL wait for its clients to leave; INT makes it end them cleanly.
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException _) {
      process.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTheMarkedOne(ProcessHandle process) {
    Instant actual = process.info().startInstant().orElse(Instant.MAX);
    boolean startedThen =
        !actual.isBefore(startedAt.minus(START_TOLERANCE))
            && !actual.isAfter(startedAt.plus(START_TOLERANCE));
    return startedThen && (part.equals(LAUNCHER) || carriesTheRun(process));
  }

  private boolean carriesTheRun(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(run.path().toString());
  }

  private static Optional<Mark> read(RunFolder run, Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      String part = name.substring(0, name.length() - SUFFIX.length());
      return Optional.of(
          new Mark(run, part, Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
    } catch (IOException | RuntimeException _) {
      // Half written when the machine stopped: it names no process.
      return Optional.empty();
    }
  }
}
