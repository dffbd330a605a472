package gatehouse.local;

import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.Leftovers;
import gatehouse.local.processes.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./suite stop}: ends the run, and whatever a killed run left behind. */
@Command(name = "stop", description = "Stops everything that runs, also what a killed run left.")
final class StopCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private @Nullable Location location;

  @Override
  public Integer call() {
    RunFolder run = Objects.requireNonNull(location).run();
    Optional<Mark> launcher =
        Mark.of(run, Mark.LAUNCHER).filter(mark -> mark.process().isPresent());
    launcher.ifPresent(mark -> mark.end(PATIENCE));
    List<Mark> leftovers = new Leftovers(run).end();
    leftovers.forEach(mark -> System.out.println("stopped a leftover: " + mark.part()));
    boolean ranAtAll = launcher.isPresent() || !leftovers.isEmpty();
    System.out.println(ranAtAll ? "Stopped. Nothing is left running." : "Nothing was running.");
    return ExitCode.DONE.number();
  }
}
