package gatehouse.local.processes;

import static java.util.stream.Collectors.joining;

import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.local.blueprint.Launch;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part whose process was started by this launcher. */
final class RunningPart {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int LAST_WORDS = 5;
  private static final int LONGEST_LINE = 1000;
  private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Part part;
  private final Mark mark;
  private final ProcessHandle process;
  private final @Nullable EmbeddedPostgres server;

  private RunningPart(
      Part part, Mark mark, ProcessHandle process, @Nullable EmbeddedPostgres server) {
    this.part = part;
    this.mark = mark;
    this.process = process;
    this.server = server;
  }

  static RunningPart start(Part part, RunFolder run) {
    return switch (part.launch()) {
      case Launch.Command command -> start(part, command, run);
      case Launch.Server server -> start(part, server, run);
    };
  }

  Part part() {
    return part;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Calls back when the process has ended, whoever ended it. */
  CompletableFuture<Void> whenEnded(Runnable action) {
    return process.onExit().thenRun(action);
  }

  void stop() {
    try {
      if (server != null) {
        server.close();
      }
    } finally {
      // Whatever the server's own way of stopping did or failed to do within its time.
      mark.end(PATIENCE);
    }
  }

  private static RunningPart start(Part part, Launch.Command command, RunFolder run) {
    if (!Files.exists(command.needed())) {
      throw new CannotStart(
          CannotStart.Reason.NOT_BUILT,
          part.name() + " is not built: " + command.needed() + " is missing");
    }
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command.arguments())
              .directory(run.path().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(run.log(part.name()).toFile()));
      builder.environment().putAll(command.environment());
      ProcessHandle process = builder.start().toHandle();
      return new RunningPart(part, Mark.set(run, part.name(), process), process, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunningPart start(Part part, Launch.Server launch, RunFolder run) {
    Path log = run.log(part.name());
    EmbeddedPostgres server = EmbeddedPostgres.persistent(launch.folder(), launch.port(), log);
    try {
      ProcessHandle process = Mark.server(launch.folder()).orElseThrow();
      Mark mark = Mark.set(run, part.name(), process);
      launch.databases().forEach(server::create);
      return new RunningPart(part, mark, process, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The end of what the part said, for a message. */
  static List<String> lastWords(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()).stream()
          .map(RunningPart::readable)
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  /** Of a JSON line its message and those of the causes, which stand in it from outside in. */
  private static String readable(String line) {
    String text = line;
    if (line.startsWith("{")) {
      text = MESSAGE.matcher(line).results().map(found -> found.group(1)).collect(joining(" <- "));
    }
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + " …";
  }
}
