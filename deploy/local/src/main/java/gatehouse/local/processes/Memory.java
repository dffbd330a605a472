package gatehouse.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much memory processes hold. Known on Linux only; elsewhere 0. */
public final class Memory {
  private Memory() {}

  /**
   * The resident memory of a process and its children, in megabytes. Shared pages count once: of
   * children only what is their own is added.
   */
  public static long ofFamily(ProcessHandle process) {
    LongStream children =
        process.descendants().mapToLong(child -> kilobytes(child.pid(), "RssAnon:"));
    return of(process) + children.sum() / 1024;
  }

  /** The resident memory of the process alone, in megabytes. */
  public static long of(ProcessHandle process) {
    return kilobytes(process.pid(), "VmRSS:") / 1024;
  }

  private static long kilobytes(long pid, String field) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
  }
}
