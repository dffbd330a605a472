package gatehouse.gateway.leaks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Case 56: unique words in every input of a call, and none of them anywhere after it. The words are
 * made of a number when they are needed and kept nowhere, since the test lives in the same heap.
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
class CanaryTest {
  private static final int WORDS = 7;
  private static final int PIECE = 1 << 20;

  private final StringBuilder logged = new StringBuilder();

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case56_nothingOfACallIsAnywhereAfterIt(@TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    Handler ear = listen();
    ask(seed, "in-house", false);
    ask(seed, "in-house", true);
    ask(seed, "public-cloud", true);
    ask(seed, "public-cloud-strict", false);
    Script.reset();
    Logger.getLogger("").removeHandler(ear);

    Path heap = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(heap.toString(), true);

    String records = records();
    for (int word = 0; word < WORDS; word++) {
      String canary = canary(seed, word);
      assertThat(logged).as("the log").doesNotContain(canary);
      assertThat(records).as("metrics, journal, blocks").doesNotContain(canary);
      assertThat(holds(heap, canary)).as("the heap holds word " + word).isFalse();
      assertThat(filesWith(databaseFolder(), canary)).as("the database").isEmpty();
      for (Path kafka : kafkaFolders()) {
        assertThat(filesWith(kafka, canary)).as("Kafka").isEmpty();
      }
    }
  }

  @Test
  void theSearchFindsWhatIsThere(@TempDir Path folder) throws Exception {
    String canary = canary(1, 1);
    Path file = Files.writeString(folder.resolve("a"), "x".repeat(PIECE - 5) + canary);

    assertThat(holds(file, canary)).isTrue();
    assertThat(holds(file, canary(1, 2))).isFalse();
    assertThat(filesWith(folder, canary)).contains(file);
    assertThat(databaseFolder()).isDirectory();
    assertThat(kafkaFolders()).isNotEmpty();
  }

  /** Latin letters that no dictionary and no other run has. */
  private static String canary(long seed, int word) {
    StringBuilder letters = new StringBuilder("qx");
    long left = seed * 31 + word * 1_000_003L;
    for (int i = 0; i < 12; i++) {
      letters.append((char) ('a' + Math.floorMod(left, 26)));
      left = left / 26 + word + 7L;
    }
    return letters.toString();
  }

  private static void ask(long seed, String deployment, boolean streamed) throws IOException {
    String body =
        """
        {"model":"note-assistant","stream":%s,"user":"%s","messages":[{"role":"system","content":"%s"},
         {"role":"user","content":"患者%s，咳嗽。"}],"gatehouse":{"patient":{"issuer":"HIS","id":"%s"},
         "encounter":"%s","purpose":"CARE","user":"qian.physician","deployment":"%s",
         "known":{"names":["%s"],"addresses":["%s"]}}}\
        """
            .formatted(
                streamed,
                canary(seed, 0),
                canary(seed, 1),
                canary(seed, 2),
                canary(seed, 3),
                canary(seed, 4),
                deployment,
                canary(seed, 5),
                canary(seed, 6));
    URI gateway = URI.create(Gateway.url());
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + Gateway.his()
            + "\r\nX-Canary: "
            + canary(seed, 0)
            + "\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer.startsWith("HTTP/1.1 200") || answer.startsWith("HTTP/1.1 403")).isTrue();
    }
  }

  private Handler listen() {
    Handler ear =
        new Handler() {
          @Override
          public void publish(LogRecord event) {
            synchronized (logged) {
              logged.append(event.getMessage()).append(Arrays.toString(event.getParameters()));
              if (event.getThrown() != null) {
                logged.append(event.getThrown());
              }
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(ear);
    return ear;
  }

  private static String records() {
    String analyst = Tokens.as("lin.analyst").roles("SECURITY_ANALYST").token();
    return Gateway.get("/q/metrics", analyst).body()
        + Gateway.get("/v1/blocks?limit=200", analyst).body()
        + Gateway.journal();
  }

  private static boolean holds(Path file, String canary) throws IOException {
    byte[] narrow = canary.getBytes(US_ASCII);
    byte[] wide = canary.getBytes(UTF_16LE);
    byte[] buffer = new byte[PIECE + wide.length];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(buffer, kept, PIECE);
          n > 0;
          n = in.readNBytes(buffer, kept, PIECE)) {
        int length = kept + n;
        if (contains(buffer, length, narrow) || contains(buffer, length, wide)) {
          return true;
        }
        kept = Math.min(wide.length - 1, length);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, int length, byte[] wanted) {
    for (int i = 0; i + wanted.length <= length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> filesWith(Path folder, String canary) {
    return inside(folder).stream()
        .flatMap(found ->
            Files.isDirectory(found)
                ? filesWith(found, canary).stream()
                : Stream.of(found).filter(file -> readable(file, canary)))
        .toList();
  }

  private static boolean readable(Path file, String canary) {
    try {
      return Files.isRegularFile(file) && holds(file, canary);
    } catch (IOException _) {
      return false;
    }
  }

  private static Path databaseFolder() throws IOException {
    String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    String port = url.replaceFirst(".*:(\\d+)/.*", "$1");
    try (Stream<Path> around = Files.list(temporary())) {
      return around
          .flatMap(folder -> Stream.concat(Stream.of(folder), inside(folder).stream()))
          .filter(folder -> belongsTo(folder.resolve("postmaster.pid"), port))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Servers and other programs remove files while they run; what has gone holds nothing. */
  private static List<Path> inside(Path folder) {
    try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return found.toList();
    } catch (IOException _) {
      return List.of();
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
