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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real HTTP, with a stand-in for the realm and the services; OperatingIT asks a real one. */
class EraseCommandTest {
  /** No status: the connection ends instead. */
  private static final int SILENCE = 0;

  @TempDir private Path folder = Path.of("");

  private final PrintStream terminal = System.out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String body = "{\"order\":\"01a2\",\"erased\":3,\"left\":0}";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
    server.createContext("/realms/", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
    server.createContext("/v1/journal/erasures", exchange -> answer(exchange, status, body));
    server.start();
    RunFolder run = new RunFolder(folder);
    run.prepare();
    PortPlan.from(() -> server.getAddress().getPort()).save(run.ports());
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
  void theStewardOrdersAndReadsWhatIsGone() {
    assertThat(erase("--reason", "court_order", "--reference", "2026/17", "--yes")).isZero();

    assertThat(asked.getFirst()).contains("username=lin.steward");
    assertThat(asked.getLast())
        .contains("\"subject\":\"c-1\"", "\"reason\":\"COURT_ORDER\"", "\"reference\":\"2026/17\"");
    assertThat(said.toString(UTF_8))
        .contains("Erased: 3 entries, by order 01a2.")
        .contains("Next: the same at each other service");
  }

  @Test
  void aSubjectThatNobodyKnowsIsOne() {
    status = 404;

    assertThat(sure()).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("Nothing is erased: the service knows no such");
  }

  @Test
  void aRefusalIsToldInTheServicesWords() {
    status = 409;
    body =
        """
        {"titleEn": "Events of the subject are parked", "actionEn": "Replay them first."}\
        """;

    assertThat(sure()).isEqualTo(1);
    assertThat(said.toString(UTF_8))
        .contains("Nothing is erased: Events of the subject are parked.")
        .contains("Next: Replay them first.");
  }

  @Test
  void whatStaysOnKafkaIsToldFromTheListOfTopics() {
    assertThat(sure()).isZero();

    assertThat(said.toString(UTF_8))
        .contains("Stays on Kafka until the retention ends: consent.notice.v1, ")
        .contains("for ever, the subject's last event: consent.scope.v1, consent.state.v1.")
        .doesNotContain("each event");
  }

  @Test
  void anOrderWithoutAnAnswerMayBeCarriedOut() {
    status = SILENCE;

    assertThat(sure()).isEqualTo(3);
    assertThat(asked.getLast()).contains("\"subject\":\"c-1\"");
    assertThat(said.toString(UTF_8))
        .contains("Unknown: consent-service was given the order and has not answered.")
        .contains("the same command once more", "reference 7")
        .doesNotContain("Nobody answers");
  }

  @Test
  void aServiceThatFailsIsThree() {
    status = 500;

    assertThat(sure()).isEqualTo(3);
  }

  @Test
  void whoIsNotSureOrNamesSomebodyOrdersNothing() {
    assertThat(erase("--reason", "COURT_ORDER", "--reference", "2026/17")).isEqualTo(2);
    assertThat(erase("--reason", "MOOD", "--reference", "2026/17", "--yes")).isEqualTo(2);
    assertThat(erase("--reason", "COURT_ORDER", "--reference", "张三", "--yes")).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  private int sure() {
    return erase("--reason", "RETENTION_ENDED", "--reference", "7", "--yes");
  }

  private int erase(String... options) {
    List<String> line =
        new ArrayList<>(
            List.of("erase", "--run-folder", folder.toString(), "consent-service", "c-1"));
    line.addAll(List.of(options));
    return Main.execute(line.toArray(String[]::new));
  }

  private void answer(HttpExchange exchange, int code, String text) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if (code == SILENCE) {
      exchange.close();
      return;
    }
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
