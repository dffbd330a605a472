package gatehouse.gateway.bench;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts the other process and tells the gateway where its model and its owners are. */
public final class PeerProcess implements QuarkusTestResourceLifecycleManager {
  private static final String FIGURES = "gatehouse.bench.control";
  private @Nullable Process process;
  private @Nullable Writer lines;
  private @Nullable BufferedReader answers;

  @Override
  public Map<String, String> start() {
    try {
      Process started =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Peer.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process = started;
      lines = started.outputWriter(StandardCharsets.UTF_8);
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
      answers = output;
      String[] ports = Objects.requireNonNull(output.readLine()).split(" ", -1);
      String owners = "http://127.0.0.1:" + ports[1];
      return Map.of(
          "GATEHOUSE_ADMISSION_URL",
          owners,
          "GATEHOUSE_CONSENT_URL",
          owners,
          "GATEHOUSE_INCIDENT_URL",
          owners,
          "GATEHOUSE_UPSTREAMS",
          upstreams(ports[0]).toString(),
          "GATEHOUSE_PERMIT_BUDGET",
          "PT5S",
          "bench.model",
          "http://127.0.0.1:" + ports[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (process != null) {
      process.destroy();
    }
  }

  @Override
  public void inject(Object testInstance) {
    if (testInstance instanceof GatewayBench bench) {
      bench.load = this::load;
    }
  }

  private String load(String command) throws IOException {
    Writer to = Objects.requireNonNull(lines, FIGURES);
    to.write(command + "\n");
    to.flush();
    return Objects.requireNonNull(Objects.requireNonNull(answers, FIGURES).readLine());
  }

  private static Path upstreams(String port) throws IOException {
    Path file = Files.createTempFile("gatehouse-bench", ".yaml");
    file.toFile().deleteOnExit();
    return Files.writeString(
        file,
        """
        upstreams:
          in-house:
            url: http://127.0.0.1:%1$s/v1
            zone: LOCAL
            country: CN
          public-cloud:
            url: http://127.0.0.1:%1$s/v1
            zone: PUBLIC
            country: CN
            policy: public
        applications:
          note-assistant:
            in-house: house-notes-7b
            public-cloud: cloud-chat-large
        """
            .formatted(port));
  }
}
