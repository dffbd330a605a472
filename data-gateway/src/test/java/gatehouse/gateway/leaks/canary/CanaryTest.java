package gatehouse.gateway.leaks.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Listening;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.leaks.InItsForms;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Case 56: unique words in every input of calls, and none of them anywhere after them but in the
 * sealed texts of outputs. There is no tracing in the product whose spans could hold one.
 *
 * <p>The dump has every object that is still reachable. It has no memory outside the heap: pooled
 * buffers of the network layer and the kernel's keep bytes until others overwrite them (ADR 0535).
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"E-10", "G-44"})
public class CanaryTest implements InItsForms {
  /** What stands in every record that is kept, and is nobody's secret. */
  private static final String CONTROL = "note-assistant";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case56_nothingOfACallIsAnywhereAfterIt(@TempDir Path folder) throws Exception {
    Canaries canaries = new Canaries(System.nanoTime());
    PlantedCalls calls = new PlantedCalls(canaries);
    Listening log = new Listening();
    calls.chatsAndOtherRoutes();
    calls.headersAndAddress();
    calls.byPermit();
    String output = calls.whatIsWrittenThere();
    Script.reset();
    String logged = log.end();

    Path heap = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(heap.toString(), true);

    assertThat(canaries.places()).hasSizeGreaterThan(40);
    assertThat(canaries.in(logged)).as("the log").isEmpty();
    assertThat(canaries.in(records())).as("metrics, journal, blocks").isEmpty();
    assertThat(canaries.in(heap)).as("the heap").isEmpty();
    assertThat(canaries.below(databaseFolder())).as("the database").isEmpty();
    for (Path kafka : kafkaFolders()) {
      assertThat(canaries.below(kafka)).as("Kafka").isEmpty();
    }
    String content = Gateway.get("/v1/outputs/" + output + "/content", Ward.physician()).body();
    assertThat(canaries.in(content)).as("what is sealed is there").contains("text of an edit");
  }

  @Test
  void theSearchFindsWhatIsThere(@TempDir Path folder) throws Exception {
    Canaries canaries = new Canaries(1);
    Path file =
        Files.writeString(folder.resolve("a"), "x".repeat((1 << 20) - 5) + canaries.word("a"));
    Files.write(folder.resolve("b"), ("x" + canaries.word("b")).getBytes(UTF_16LE));

    assertThat(canaries.in(file)).containsExactly("a");
    assertThat(canaries.below(folder)).containsExactly("a", "b");
    assertThat(canaries.in("…" + canaries.word("c"))).containsExactly("c");
    for (String before : List.of("", "1", "22")) {
      byte[] said = (before + canaries.word("c")).getBytes(UTF_8);
      Path encoded = folder.resolve("encoded" + before.length());
      Files.write(encoded, Base64.getUrlEncoder().encode(said));
      assertThat(canaries.in(encoded)).isNotEmpty();
    }
    assertThat(new Canaries(2).below(folder)).isEmpty();
  }

  /** Records of a call are on the disks, readable: an empty search there is no accident. */
  @Test
  void theFoldersAreThoseThatHoldRecords() throws Exception {
    Gateway.post("/v1/chat/completions", Gateway.chat(CONTROL, "好", ""));
    String permit = Ward.permit(CONTROL, "E-1").path("permitId").asText();

    awaitWritten(List.of(databaseFolder()), permit);
    awaitWritten(kafkaFolders(), permit);
  }

  @Test
  void nothingTraces() {
    for (String type :
        List.of(
            "io.opentelemetry.sdk.OpenTelemetrySdk",
            "io.quarkus.opentelemetry.runtime.OpenTelemetryConfig")) {
      assertThatThrownBy(() -> Class.forName(type))
          .as("a tracing extension would have to be searched, too")
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  private static void awaitWritten(List<Path> folders, String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (folders.stream().noneMatch(folder -> holds(folder, text))) {
      assertThat(System.nanoTime()).as("not in " + folders).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static boolean holds(Path folder, String text) {
    return Canaries.inside(folder).stream()
        .anyMatch(
            inside -> Files.isDirectory(inside) ? holds(inside, text) : written(inside, text));
  }

  private static boolean written(Path file, String text) {
    try {
      return Files.isRegularFile(file)
          && new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
    } catch (IOException _) {
      return false;
    }
  }

  private static String records() {
    String analyst = Tokens.as("lin.analyst").roles("SECURITY_ANALYST").token();
    return Gateway.get("/q/metrics", analyst).body()
        + Gateway.get("/v1/blocks?limit=200", analyst).body()
        + Gateway.journal();
  }

  private static Path databaseFolder() throws IOException {
    String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    String port = url.replaceFirst(".*:(\\d+)/.*", "$1");
    try (Stream<Path> around = Files.list(temporary())) {
      return around
          .flatMap(folder -> Stream.concat(Stream.of(folder), Canaries.inside(folder).stream()))
          .filter(folder -> belongsTo(folder.resolve("postmaster.pid"), port))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean belongsTo(Path pid, String port) {
    try {
      return Files.exists(pid) && Files.readAllLines(pid).contains(port);
    } catch (IOException _) {
      return false;
    }
  }

  private static List<Path> kafkaFolders() throws IOException {
    try (Stream<Path> folders = Files.list(temporary())) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("gatehouse-kafka"))
          .toList();
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
