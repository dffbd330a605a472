package gatehouse.local;

import gatehouse.embedded.Ports;
import gatehouse.local.blueprint.Blueprint;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.CannotStart;
import gatehouse.local.processes.PreparedServer;
import gatehouse.local.processes.RunningSuite;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./suite run}: starts everything and stays until Ctrl-C or TERM. */
@Command(name = "run", description = "Starts everything; Ctrl-C or TERM stops it.")
final class RunCommand implements Callable<Integer> {
  @Mixin private @Nullable Location location;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--fresh", description = "Forgets all data of earlier runs first.")
  private boolean fresh;

  @Option(
      names = "--port",
      paramLabel = "NAME=NUMBER",
      description = "Another port for one listener; may be repeated.")
  private Map<String, Integer> chosenPorts = Map.of();

  @Option(names = "--free-ports", description = "Any free port for every listener.")
  private boolean freePorts;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Only these parts, separated by commas.")
  private Set<String> only = new LinkedHashSet<>();

  @Override
  public Integer call() throws InterruptedException {
    long startedAt = System.nanoTime();
    Location where = Objects.requireNonNull(location);
    RunFolder run = where.run();
    PortPlan ports = plan();
    Blueprint blueprint = new Blueprint(where.checkout(), run, ports);
    Terminal terminal = new Terminal(System.out, ports);
    System.out.println(
        "Gatehouse starts " + chosen(blueprint.parts()).size() + " parts on 127.0.0.1");
    RunningSuite suite = RunningSuite.claim(run, terminal);
    Thread stopping = new Thread(() -> stop(suite), "stopping");
    Runtime.getRuntime().addShutdownHook(stopping);
    if (fresh) {
      suite.forgetData();
    }
    try {
      // Only now: the secrets in them are those of the folder as it is by now.
      List<Part> parts = chosen(blueprint.parts());
      PreparedServer.give(blueprint, parts, terminal);
      suite.start(parts, ports);
    } catch (CannotStart e) {
      if (!suite.isStopping()) {
        throw e;
      }
    }
    if (!suite.isStopping()) {
      terminal.everythingIsUp(Duration.ofNanos(System.nanoTime() - startedAt), run);
    }
    suite.awaitStop();
    return ExitCode.DONE.number();
  }

  private static void stop(RunningSuite suite) {
    long startedAt = System.nanoTime();
    System.out.println("\nStopping …");
    suite.close();
    System.out.printf("Stopped after %.1f s.%n", (System.nanoTime() - startedAt) / 1e9);
  }

  private PortPlan plan() {
    PortPlan plan = freePorts ? PortPlan.from(Ports::free) : PortPlan.usual();
    try {
      for (Map.Entry<String, Integer> chosen : chosenPorts.entrySet()) {
        plan = plan.with(Listener.labelled(chosen.getKey()), chosen.getValue());
      }
      return plan;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private List<Part> chosen(List<Part> all) {
    List<String> names = all.stream().map(Part::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new ParameterException(
            commandLine(), "No part is called " + name + "; there are: " + names);
      }
    }
    return only.isEmpty() ? all : all.stream().filter(part -> only.contains(part.name())).toList();
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
