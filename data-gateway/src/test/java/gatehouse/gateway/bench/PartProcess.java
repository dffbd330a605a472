package gatehouse.gateway.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part of the benchmark that runs as a process of its own, so that its time can be told. */
final class PartProcess implements AutoCloseable {
  /** Places in {@code /proc/PID/task/TID/stat} behind the name (man 5 proc), 100 ticks a second. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;
  private static final int TICK_MILLIS = 10;

  private final Process process;
  private final Writer lines;
  private final BufferedReader answers;

  private PartProcess(Process process) {
    this.process = process;
    this.lines = process.outputWriter(StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a class of this class path and talks with it by lines. */
  static PartProcess talking(Class<?> main, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return new PartProcess(java(words).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Starts a program whose words go to a file. */
  static PartProcess logging(Map<String, String> environment, File log, List<String> words)
      throws IOException {
    ProcessBuilder builder = java(words).redirectErrorStream(true).redirectOutput(log);
    builder.environment().putAll(environment);
    return new PartProcess(builder.start());
  }

  /** Starts a program that is no Java; its words go to a file. */
  static PartProcess foreign(File log, List<String> command) throws IOException {
    return new PartProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start());
  }

  private static ProcessBuilder java(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    // Netty says otherwise in every process that the JDK will forbid this one day.
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(words);
    return new ProcessBuilder(command);
  }

  /** What it says next. */
  String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("a part of the benchmark ended early");
    }
    return line;
  }

  String ask(String question) throws IOException {
    lines.write(question + "\n");
    lines.flush();
    return line();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Processor time so far, in steps of the kernel's clock (10 ms on Linux). */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Processor time so far of the threads that compile; zero where threads cannot be told apart.
   * Such a thread that ended takes its time with it.
   */
  Duration compiling() {
    try (Stream<Path> threads = Files.list(Path.of("/proc", "" + process.pid(), "task"))) {
      long ticks =
          threads
              .map(PartProcess::stat)
              .filter(stat -> stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler"))
              .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
              .mapToLong(words -> Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM]))
              .sum();
      return Duration.ofMillis(ticks * TICK_MILLIS);
    } catch (IOException _) {
      return Duration.ZERO;
    }
  }

  /** A thread that has ended meanwhile says nothing. */
  private static String stat(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (IOException _) {
      return "";
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(Duration.ofSeconds(15))) {
      process.destroyForcibly();
    }
  }
}
