package gatehouse.local.processes;

import gatehouse.local.blueprint.RunFolder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The processes of a run that its launcher can no longer stop, because it was killed. */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final RunFolder run;

  public Leftovers(RunFolder run) {
    this.run = run;
  }

  /** Ends them all and returns those that really lived. */
  public List<Mark> end() {
    markServer();
    // PostgreSQL last: the others still have something to tell it.
    List<Mark> marks =
        Mark.in(run).stream()
            .filter(mark -> !mark.part().equals(Mark.LAUNCHER))
            .sorted(Comparator.comparing(mark -> mark.part().equals("postgres")))
            .toList();
    List<Mark> alive = marks.stream().filter(mark -> mark.process().isPresent()).toList();
    marks.forEach(mark -> mark.end(PATIENCE));
    return alive;
  }

  /**
   * PostgreSQL comes to life in a step of its own; a launcher killed just then has not marked it.
   * The server's own note in its folder names it, and {@link Mark#process} still checks that it is
   * ours.
   */
  private void markServer() {
    if (Mark.of(run, "postgres").flatMap(Mark::process).isEmpty()) {
      Mark.server(run.data().resolve("postgres"))
          .ifPresent(process -> Mark.set(run, "postgres", process));
    }
  }

  void refuseWhileLauncherLives() {
    Mark.of(run, Mark.LAUNCHER)
        .filter(mark -> mark.process().isPresent())
        .ifPresent(mark -> {
          throw new CannotStart(
              CannotStart.Reason.ALREADY_RUNNING,
              "The suite runs already (process %d): ./suite stop ends it.".formatted(mark.pid()));
        });
  }
}
