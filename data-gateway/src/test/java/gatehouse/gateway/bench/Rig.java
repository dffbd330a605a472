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

  private final List<PartProcess> all = new ArrayList<>();
  private final PartProcess peer;
  private final Door passThrough;
  private final Door gateway;
  private final @Nullable Door portkey;
  private final Optional<ProcessHandle> database;

  /**
   * Something that callers can call.
   *
   * @param url base address, without {@code /v1}
   * @param headers what it wants to be told beside a request, as {@code name=value;…}
   */
  record Door(String name, String url, PartProcess process, String headers) {
    Door(String name, String url, PartProcess process) {
      this(name, url, process, "");
    }
  }

  /**
   * Starts it.
   *
   * @param jvm options of the gateway's own JVM
   * @param npm the folder where Portkey's gateway is installed; null to leave it out
   * @throws IOException if a part does not come up
   */
  Rig(List<String> jvm, @Nullable Path npm) throws IOException, InterruptedException {
    Parts parts = new Parts();
    parts.init(Map.of("database", "gateway"));
    Map<String, String> environment = new HashMap<>(parts.start());
    database = database(environment.getOrDefault("GATEHOUSE_DB_URL", ""));
    peer = kept(PartProcess.talking(Peer.class));
    String[] ports = peer.line().split(" ", -1);
    String model = "http://127.0.0.1:" + ports[0];
    PartProcess bare = kept(PartProcess.talking(PassThrough.class, model));
    passThrough = new Door("pass-through", "http://127.0.0.1:" + bare.line(), bare);

    int port = Ports.free();
    String owners = "http://127.0.0.1:" + ports[1];
    environment.put("GATEHOUSE_ADMISSION_URL", owners);
    environment.put("GATEHOUSE_CONSENT_URL", owners);
    environment.put("GATEHOUSE_INCIDENT_URL", owners);
    environment.put("GATEHOUSE_UPSTREAMS", upstreams(ports[0]).toString());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    File log = Path.of("target", "bench-gateway.log").toFile();
    gateway =
        new Door(
            "gateway",
            "http://127.0.0.1:" + port,
            kept(PartProcess.logging(environment, log, words(jvm))));
    awaitReady(gateway, "/q/health/ready", log);
    portkey = npm == null ? null : portkey(npm, model);
  }

  List<Door> doors() {
    return portkey == null ? List.of(passThrough, gateway) : List.of(passThrough, gateway, portkey);
  }

  Door gateway() {
    return gateway;
  }

  /** Lets callers call and gives the words of {@link Load#run}. */
  String load(Door door, Path body, int callers, int millis) throws IOException {
    return peer.ask(
        "%s/v1/chat/completions %s %s %d %d %s"
            .formatted(door.url(), body, token(), callers, millis, door.headers()));
  }

  /** Tells the process of model and owners a word, and gives its answer. */
  String tell(String word) throws IOException {
    return peer.ask(word);
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
    for (PartProcess one : all.reversed()) {
      one.close();
    }
  }

  /** Without any policy, as its documentation starts it; what it should do stands in headers. */
  private Door portkey(Path npm, String model) throws IOException, InterruptedException {
    int port = Ports.free();
    File words = Path.of("target", "bench-portkey.log").toFile();
    String program =
        npm.resolve("node_modules/@portkey-ai/gateway/build/start-server.js").toString();
    PartProcess process =
        kept(
            PartProcess.foreign(
                words,
                List.of(
                    "node",
                    "--require",
                    npm.resolve("loopback.cjs").toString(),
                    program,
                    "--headless",
                    "--port=" + port)));
    Door door =
        new Door(
            "portkey",
            "http://127.0.0.1:" + port,
            process,
            "x-portkey-provider=openai;x-portkey-custom-host=" + model + "/v1");
    awaitReady(door, "/", words);
    return door;
  }

  private PartProcess kept(PartProcess process) {
    all.add(process);
    return process;
  }

  static String token() {
    return Tokens.as("his").roles("HIS_SYSTEM").claim("azp", "his").token();
  }

  private static List<String> words(List<String> jvm) throws IOException {
    Path jar = Checkout.root().resolve("data-gateway/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IOException("the gateway is not packaged: " + jar + " is missing");
    }
    List<String> words = new ArrayList<>(jvm);
    words.add("-jar");
    words.add(jar.toString());
    return words;
  }

  private static void awaitReady(Door door, String path, File log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest ready = HttpRequest.newBuilder(URI.create(door.url() + path)).build();
      while (!answers(http, ready)) {
        if (!door.process().isAlive() || System.nanoTime() > deadline) {
          throw new IOException(
              "the " + door.name() + " did not become ready, see " + log.getAbsolutePath());
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
