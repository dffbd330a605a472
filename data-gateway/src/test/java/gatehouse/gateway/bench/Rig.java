package gatehouse.gateway.bench;

import gatehouse.embedded.Checkout;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Ports;
import gatehouse.embedded.Tokens;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that runs: PostgreSQL, Kafka and the issuer, the packaged gateway, the pass-through,
 * and the process of model, owners and callers. All on loopback and free ports.
 */
final class Rig implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<JavaProcess> all = new ArrayList<>();
  private final JavaProcess peer;
  private final Door passThrough;
  private final Door gateway;
  private final File log;
  private final Optional<ProcessHandle> database;

  /**
   * Something that callers can call.
   *
   * @param url base address, without {@code /v1}
   */
  record Door(String name, String url, JavaProcess process) {}

  /**
   * Starts it.
   *
   * @param recording where the gateway writes a flight recording when it stops; null for none
   * @throws IOException if a part does not come up
   */
  Rig(@Nullable Path recording) throws IOException, InterruptedException {
    Parts parts = new Parts();
    parts.init(Map.of("database", "gateway"));
    Map<String, String> environment = new HashMap<>(parts.start());
    database = database(environment.getOrDefault("GATEHOUSE_DB_URL", ""));
    peer = kept(JavaProcess.talking(Peer.class));
    String[] ports = peer.line().split(" ", -1);
    String model = "http://127.0.0.1:" + ports[0];
    JavaProcess bare = kept(JavaProcess.talking(PassThrough.class, model));
    passThrough = new Door("pass-through", "http://127.0.0.1:" + bare.line(), bare);

    int port = Ports.free();
    String owners = "http://127.0.0.1:" + ports[1];
    environment.put("GATEHOUSE_ADMISSION_URL", owners);
    environment.put("GATEHOUSE_CONSENT_URL", owners);
    environment.put("GATEHOUSE_INCIDENT_URL", owners);
    environment.put("GATEHOUSE_UPSTREAMS", upstreams(ports[0]).toString());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    log = Path.of("target", "bench-gateway.log").toFile();
    gateway =
        new Door(
            "gateway",
            "http://127.0.0.1:" + port,
            kept(JavaProcess.logging(environment, log, words(recording))));
    awaitReady();
  }

  List<Door> doors() {
    return List.of(passThrough, gateway);
  }

  /** Lets callers call and gives the words of {@link Load#run}. */
  String load(Door door, Path body, int callers, int millis) throws IOException {
    return peer.ask(
        "%s/v1/chat/completions %s %s %d %d".formatted(door.url(), body, token(), callers, millis));
  }

  /** Processor time so far of all processes of the database; zero where it cannot be told. */
  Duration databaseCpu() {
    return database.stream()
        .flatMap(ProcessHandle::children)
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The server that listens on the port of this address. */
  private static Optional<ProcessHandle> database(String url) {
    String port = url.replaceFirst(".*:(\\d+)/.*", "$1");
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().command().orElse("").endsWith("/postgres"))
        .filter(one -> List.of(one.info().arguments().orElse(new String[0])).contains(port))
        .findFirst();
  }

  @Override
  public void close() throws InterruptedException {
    for (JavaProcess one : all.reversed()) {
      one.close();
    }
  }

  private JavaProcess kept(JavaProcess process) {
    all.add(process);
    return process;
  }

  private static String token() {
    return Tokens.as("his").roles("HIS_SYSTEM").claim("azp", "his").token();
  }

  private static List<String> words(@Nullable Path recording) throws IOException {
    Path jar = Checkout.root().resolve("data-gateway/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IOException("the gateway is not packaged: " + jar + " is missing");
    }
    List<String> words = new ArrayList<>();
    if (recording != null) {
      words.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
    }
    words.add("-jar");
    words.add(jar.toString());
    return words;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest ready =
          HttpRequest.newBuilder(URI.create(gateway.url() + "/q/health/ready")).build();
      while (!answers(http, ready)) {
        if (!gateway.process().isAlive() || System.nanoTime() > deadline) {
          throw new IOException("the gateway did not become ready, see " + log.getAbsolutePath());
        }
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest ready) throws InterruptedException {
    try {
      if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
        return true;
      }
    } catch (IOException _) {
      // Not there yet.
    }
    Thread.sleep(Duration.ofMillis(200));
    return false;
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
