package gatehouse.incident;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The packaged service as a process of its own, which can be killed. */
final class RunningService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private RunningService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RunningService start(Map<String, String> environment) throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toAbsolutePath().toString());
    builder.environment().putAll(environment);
    builder.environment().put("GATEHOUSE_INCIDENT_PORT", Integer.toString(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(Path.of("target/restart-it.log").toFile());
    return new RunningService(builder.start(), port);
  }

  /** Asks until the service answers, however long it takes to come up, within reason. */
  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        HttpResponse<String> answer = send(request(path, token).GET().build());
        if (answer.statusCode() == 200 || Instant.now().isAfter(deadline)) {
          return answer;
        }
      } catch (IOException e) {
        if (Instant.now().isAfter(deadline) || !process.isAlive()) {
          throw e;
        }
      }
      // Between two questions only; what is waited for is the answer.
      process.waitFor(Duration.ofMillis(200));
    }
  }

  HttpResponse<String> post(String path, String token, String body)
      throws IOException, InterruptedException {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** SIGKILL: no goodbye, no flush. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    client.close();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
