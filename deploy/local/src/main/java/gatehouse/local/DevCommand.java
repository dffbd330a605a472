package gatehouse.local;

import gatehouse.local.blueprint.Surroundings;
import gatehouse.local.processes.Mark;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./suite dev SERVICE}: one service in live-reload mode, against the parts that run. */
@Command(
    name = "dev",
    description = "Runs one service in live-reload mode against the running parts.")
final class DevCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Mixin private @Nullable Location location;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SERVICE",
      description = "admission-service, consent-service, incident-service or data-gateway.")
  private String service = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Location where = Objects.requireNonNull(location);
    Map<String, String> environment = environment(where.surroundings());
    if (!where.isRunning()) {
      return ExitCode.NOT_READY.number();
    }
    Mark.of(where.run(), service)
        .ifPresent(packaged -> {
          packaged.end(PATIENCE);
          System.out.println("The packaged " + service + " is stopped until the next run.");
        });
    // Live reload looks up the suite's libraries in the local Maven repository.
    int installed =
        maven(
            where,
            Map.of(),
            "-q",
            "-Dmaven.test.skip",
            "-Dspotless.check.skip",
            "-pl",
            service,
            "-am",
            "install");
    if (installed != 0) {
      return ExitCode.NOT_BUILT.number();
    }
    return maven(
        where,
        environment,
        "-Dgatehouse.dev",
        "-Dquarkus.analytics.disabled=true",
        "-f",
        service,
        "quarkus:dev");
  }

  private static int maven(Location where, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(where.checkout().resolve("mvnw").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.checkout().toFile()).inheritIO();
    builder.environment().putAll(environment);
    Process maven = builder.start();
    // Maven and the service that it runs must not outlive us.
    Thread ending =
        new Thread(() -> {
          maven.descendants().forEach(ProcessHandle::destroy);
          maven.destroy();
        });
    Runtime.getRuntime().addShutdownHook(ending);
    return maven.waitFor();
  }

  private Map<String, String> environment(Surroundings surroundings) {
    try {
      return surroundings.ofService(service);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()));
    }
  }
}
