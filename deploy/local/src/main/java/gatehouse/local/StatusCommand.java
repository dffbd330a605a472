package gatehouse.local;

import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Part;
import gatehouse.local.processes.Mark;
import gatehouse.local.processes.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./suite status}: one line per part; exit code 0 exactly when all are ready. */
@Command(name = "status", description = "One line per part; exit code 0 only if all are ready.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private @Nullable Location location;

  private record Line(Part part, boolean isReady, Optional<ProcessHandle> process) {}

  @Override
  public Integer call() {
    Blueprint blueprint = Objects.requireNonNull(location).blueprint();
    // Side by side: a part that hangs must not make the person wait for each of the others.
    List<Line> lines =
        blueprint.startedParts().parallelStream().map(part -> look(part, blueprint)).toList();
    lines.forEach(line -> print(line, blueprint));
    long memory =
        lines.stream().flatMap(line -> line.process().stream()).mapToLong(Memory::ofFamily).sum();
    Optional<ProcessHandle> launcher =
        Mark.of(blueprint.run(), Mark.LAUNCHER).flatMap(Mark::process);
    if (launcher.isEmpty() && lines.stream().anyMatch(line -> line.process().isPresent())) {
      System.out.println(
          "  The launcher was killed: nobody watches these parts. Next: ./suite stop, then ./suite run");
    }
    boolean isReady = launcher.isPresent() && lines.stream().allMatch(Line::isReady);
    System.out.printf(
        Locale.ROOT,
        "%s; memory %d MB with the launcher%n",
        isReady ? "Everything is ready" : "Not everything is ready",
        memory + launcher.map(Memory::of).orElse(0L));
    return (isReady ? ExitCode.DONE : ExitCode.NOT_READY).number();
  }

  private static Line look(Part part, Blueprint blueprint) {
    Optional<ProcessHandle> process = Mark.of(blueprint.run(), part.name()).flatMap(Mark::process);
    // Where nothing ever ran, whoever answers on the usual ports is another run.
    boolean isReady = blueprint.run().hasEverRun() && part.probe().passes();
    return new Line(part, isReady, process);
  }

  private static void print(Line line, Blueprint blueprint) {
    String state;
    if (line.isReady()) {
      state = "ready";
    } else {
      state = line.process().isPresent() ? "not ready" : "down";
    }
    System.out.printf(
        Locale.ROOT,
        "  %-20s %-10s 127.0.0.1:%-6d %s%n",
        line.part().name(),
        state,
        blueprint.ports().of(line.part().listeners().getFirst()),
        line.process()
            .map(process -> "process " + process.pid() + ", " + Memory.ofFamily(process) + " MB")
            .orElse(""));
  }
}
