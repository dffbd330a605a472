package gatehouse.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gatehouse.embedded.Ports;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real HTTP, with a stand-in for the realm and the four services. */
class ParkedCommandTest {
  @TempDir private Path folder = Path.of("");

  private final PrintStream terminal = System.out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Offset and reason of what is parked at incident-service; those in mended are taken. */
  private final Map<Long, String> parked = new LinkedHashMap<>();

  private final Set<Long> mended = new TreeSet<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
    server.createContext("/realms/", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
    server.createContext("/v1/journal/parked", this::parked);
    server.start();
    RunFolder run = new RunFolder(folder);
    run.prepare();
    PortPlan plan = PortPlan.from(() -> server.getAddress().getPort());
    plan.save(run.ports());
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(
        run.marks().resolve("launcher.pid"),
        self.pid() + "\n" + self.info().startInstant().orElseThrow() + "\n");
    System.setOut(new PrintStream(said, true, UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(terminal);
    server.stop(0);
  }

  @Test
  void nothingParkedIsZero() {
    assertThat(parked("incident-service")).isZero();
    assertThat(output()).contains("Nothing is parked.");
  }

  @Test
  void whatIsParkedIsListedWithItsIdAndTheNextStep() {
    parked.put(7L, "java.lang.IllegalArgumentException");

    assertThat(parked("incident-service")).isEqualTo(1);
    assertThat(output())
        .contains("a.thing.v1/0/7 parked since 2026-11-22T08:00:00Z: java.lang.Ill")
        .contains("Next: mend what refuses them, then ./suite parked --replay ID");
  }

  @Test
  void allServicesAreAskedWhenNoneIsNamed() {
    parked.put(7L, "poison");

    assertThat(parked()).isEqualTo(1);
    assertThat(output())
        .contains("admission-service", "consent-service", "incident-service", "data-gateway");
  }

  @Test
  void oneIsReplayedByItsId() {
    parked.put(7L, "poison");
    parked.put(9L, "poison");
    mended.add(7L);

    assertThat(parked("incident-service", "--replay", "a.thing.v1/0/7")).isEqualTo(1);
    assertThat(output())
        .contains("a.thing.v1/0/7 replayed, 1 taken, its key is free")
        .contains("a.thing.v1/0/9 parked since");
  }

  @Test
  void allAreReplayed() {
    parked.put(7L, "poison");
    parked.put(9L, "poison");
    mended.addAll(Set.of(7L, 9L));

    assertThat(parked("incident-service", "--all")).isZero();
    assertThat(parked).isEmpty();
    assertThat(output()).contains("Nothing is parked.");
  }

  @Test
  void whatIsRefusedAgainStays() {
    parked.put(7L, "poison");

    assertThat(parked("incident-service", "--all")).isEqualTo(1);
    assertThat(output()).contains("refused again behind 0 that were taken: still poison");
  }

  @Test
  void anIdThatIsNotParkedIsWrongUsage() {
    assertThat(parked("incident-service", "--replay", "a.thing.v1/0/8")).isEqualTo(2);
  }

  @Test
  void aSuiteThatDoesNotAnswerIsThree() {
    server.stop(0);

    assertThat(parked("incident-service")).isEqualTo(3);
  }

  private int parked(String... arguments) {
    String[] line = new String[arguments.length + 3];
    line[0] = "parked";
    line[1] = "--run-folder";
    line[2] = folder.toString();
    System.arraycopy(arguments, 0, line, 3, arguments.length);
    return Main.execute(line);
  }

  private String output() {
    return said.toString(UTF_8);
  }

  private void parked(HttpExchange exchange) throws IOException {
    assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer t");
    if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, listed());
      return;
    }
    String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    long offset = Long.parseLong(asked.replaceAll(".*\"offset\":(\\d+).*", "$1"));
    if (mended.contains(offset)) {
      parked.remove(offset);
      answer(exchange, 200, "{\"outcome\":\"FREED\",\"taken\":1}");
    } else {
      answer(
          exchange, 200, "{\"outcome\":\"REFUSED_AGAIN\",\"taken\":0,\"reason\":\"still poison\"}");
    }
  }

  private String listed() {
    return parked.entrySet().stream()
        .map(one ->
            "{\"topic\":\"a.thing.v1\",\"partition\":0,\"offset\":%d,\"reason\":\"%s\",\"parkedAt\":\"2026-11-22T08:00:00Z\"}"
                .formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
