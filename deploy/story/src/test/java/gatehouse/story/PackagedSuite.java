package gatehouse.story;

import gatehouse.embedded.Checkout;
import gatehouse.embedded.Ports;
import gatehouse.story.stage.Places;
import gatehouse.story.stage.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The packaged suite, started as a person starts it, on ports and in a folder of its own. */
final class PackagedSuite implements AutoCloseable, Restart {
  private static final long PATIENCE_SECONDS = 300;

  /** The launcher's names of its listeners, and the variable by which the story learns of each. */
  private static final Map<String, String> LISTENERS =
      Map.of(
          "gateway", "GATEHOUSE_GATEWAY_URL",
          "admission", "GATEHOUSE_ADMISSION_URL",
          "consent", "GATEHOUSE_CONSENT_URL",
          "incident", "GATEHOUSE_INCIDENT_URL",
          "keycloak", "GATEHOUSE_OIDC",
          "model-public-cloud", "GATEHOUSE_MODEL_PUBLIC_CLOUD_URL");

  private final Path folder;
  private final Map<String, String> places = new HashMap<>();
  private final List<String> ports = new ArrayList<>();
  private Process process;

  private PackagedSuite(Path folder) {
    this.folder = folder;
    ports.add("--free-ports");
    places.put("GATEHOUSE_KAFKA_OPERATOR", folder.resolve("operator.properties").toString());
    LISTENERS.forEach((listener, variable) -> {
      int port = Ports.free();
      places.put(variable, "http://127.0.0.1:" + port);
      ports.addAll(List.of("--port", listener + "=" + port));
    });
    this.process = start();
  }

  static PackagedSuite in(Path folder) {
    return new PackagedSuite(folder);
  }

  Places places() {
    return Places.in(places);
  }

  @Override
  public void restart(Stage stage) {
    close();
    process = start();
    stage.forgetTokens();
  }

  /** Runs another verb of {@code ./suite} against this suite and gives its exit code. */
  int verb(String verb) throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(
                Checkout.root().resolve("suite").toString(),
                verb,
                "--run-folder",
                folder.toString())
            .inheritIO()
            .start();
    return command.waitFor();
  }

  private Process start() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Checkout.root().resolve("suite").toString(),
                "run",
                "--no-build",
                "--run-folder",
                folder.toString()));
    command.addAll(ports);
    try {
      Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitReady(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(Process started) {
    ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader lines = started.inputReader()) {
            lines
                .lines()
                .forEach(line -> {
                  System.out.println("suite: " + line);
                  said.add(line);
                  if (line.contains("./suite demo")) {
                    ready.complete(true);
                  }
                });
          } catch (IOException | UncheckedIOException _) {
            // The process ended.
          }
          ready.complete(false);
        });
    boolean isUp = ready.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (!isUp) {
      started.destroy();
      throw new AssertionError("the suite did not come up:\n" + String.join("\n", said));
    }
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the suite did not stop within a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the suite was stopping", e);
    }
  }
}
