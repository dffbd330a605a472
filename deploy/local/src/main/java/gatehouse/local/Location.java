package gatehouse.local;

import gatehouse.embedded.Checkout;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.blueprint.Surroundings;
import gatehouse.local.processes.Mark;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that all commands share: which run of which checkout is meant. */
final class Location {
  @Option(
      names = "--run-folder",
      paramLabel = "FOLDER",
      description = "Where data, logs and pid files lie; default .run in the checkout.")
  private @Nullable Path runFolder;

  Path checkout() {
    return Checkout.root();
  }

  RunFolder run() {
    return new RunFolder(runFolder == null ? checkout().resolve(".run") : runFolder);
  }

  /** The parts as they were started last. */
  Blueprint blueprint() {
    return new Blueprint(checkout(), run(), savedPorts());
  }

  Surroundings surroundings() {
    return new Surroundings(checkout(), run(), savedPorts());
  }

  /** Whether this run is under way; says what to do when it is not. */
  boolean isRunning() {
    boolean running = Mark.of(run(), Mark.LAUNCHER).flatMap(Mark::process).isPresent();
    if (!running) {
      System.err.println("The suite is not running. Next: ./suite run");
    }
    return running;
  }

  private PortPlan savedPorts() {
    return PortPlan.savedIn(run().ports());
  }
}
