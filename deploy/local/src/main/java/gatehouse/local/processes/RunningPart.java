package gatehouse.local.processes;

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
import org.jspecify.annotations.Nullable;

/** A part whose process was started by this launcher. */
final class RunningPart {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

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

  /** The last lines of the part's log, for a message. */
  static List<String> lastWords(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - 8), lines.size());
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }
}
