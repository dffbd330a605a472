package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.RawClient;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases 29 to 36: requests that two readers would read differently, or that are too much. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-44")
class TransportTest implements InItsForms {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String HOUSE = Gateway.chat("note-assistant", "好", "");
  private static final List<String> FORMS = List.of(HOUSE, Cloud.streamed(HOUSE));

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case29_compressedBodiesAndBombs() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("0".repeat(10_000_000).getBytes(UTF_8));
    }
    for (String coding : List.of("gzip", "deflate", "br", "zstd", "gzip, identity")) {
      String answer =
          RawClient.send(post("Content-Encoding: " + coding + "\r\n", zipped.toByteArray()));
      assertThat(answer).startsWith("HTTP/1.1 400").contains("content_encoding");
    }
    nothingArrived();
  }

  @Test
  void case30_trailersAndSmuggling() throws Exception {
    String both = "Transfer-Encoding: chunked\r\n";
    assertThat(RawClient.send(post(both, "0\r\n\r\n".getBytes(UTF_8)))).startsWith("HTTP/1.1 400");
    for (String coding :
        List.of("chunked, identity", "xchunked", "chunked\r\nTransfer-Encoding: x")) {
      assertThat(RawClient.send(head("Transfer-Encoding: " + coding + "\r\n") + "0\r\n\r\n"))
          .startsWith("HTTP/1.1 4");
    }
    assertThat(RawClient.send(head("Content-Length: 2\r\nContent-Length: 3\r\n") + "{}"))
        .startsWith("HTTP/1.1 400");
    nothingArrived();

    // Behind a body that is in order nobody reads a trailer, and nobody hands it on.
    for (String body : FORMS) {
      String whole = chunked(body);
      String trailer = whole.substring(0, whole.length() - 2) + "X-Patient: 13812345678\r\n\r\n";
      assertThat(RawClient.send(trailer)).startsWith("HTTP/1.1 200");
    }
    assertThat(Script.received(Script.IN_HOUSE))
        .hasSize(FORMS.size())
        .allSatisfy(raw -> assertThat(raw).doesNotContain("13812345678", "X-Patient"));
  }

  @Test
  void case31_duplicateKeys() {
    Cloud.isRefused(
        CHAT,
        says("好") + ",\"messages\":[{\"role\":\"user\",\"content\":\"13812345678\"}]",
        "invalid_request");
    Cloud.isRefused(
        CHAT,
        "\"messages\":[{\"role\":\"user\",\"content\":\"好\",\"cont\\u0065nt\":\"13812345678\"}]",
        "invalid_request");
  }

  @Test
  void case32_deepNesting() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);

    Cloud.isRefused(CHAT, says("好") + ",\"x\":" + deep, "invalid_request");
    Cloud.leaksNothing(CHAT, says(deep.replace("]]", "]\"13812345678\"]")));
  }

  @Test
  void case33_otherEncodingsOfText() throws Exception {
    for (String form : FORMS) {
      byte[] latin = form.replace("好", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
      byte[] wide = form.getBytes(StandardCharsets.UTF_16);
      byte[] marked = ("\ufeff" + form).getBytes(UTF_8);
      byte[] half = form.replace("好", "\\ud83d").getBytes(UTF_8);
      for (byte[] body : List.of(latin, wide, marked, half)) {
        assertThat(RawClient.send(post("", body)))
            .startsWith("HTTP/1.1 400")
            .contains("invalid_request");
      }
    }
    nothingArrived();
  }

  @Test
  void case34_upgradesToSomethingElse() throws Exception {
    String h2c =
        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings\r\n";
    for (String body : FORMS) {
      assertThat(RawClient.send(post(h2c, body.getBytes(UTF_8)))).startsWith("HTTP/1.1 200");
    }
    assertThat(Script.received(Script.IN_HOUSE))
        .hasSize(FORMS.size())
        .allSatisfy(raw ->
            assertThat(raw.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("upgrade", "http2-settings", "13812345678"));

    String socket =
        "GET /v1/realtime?model=note-assistant HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Gateway.his()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    assertThat(RawClient.send(socket)).startsWith("HTTP/1.1 404").contains("unknown_url");
  }

  /** HTTP/2 is not spoken: its preface is a bad request, and what follows it is not read. */
  @Test
  void http2FromTheFirstByteIsABadRequest() throws Exception {
    String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    String settings = "\0\0\0\4\0\0\0\0\0";

    String answer = RawClient.send(preface + settings);

    assertThat(answer).startsWith("HTTP/2.0 400").doesNotContain("200 OK");
    nothingArrived();
  }

  @Test
  void case35_textsThatKeepAScannerBusy() {
    for (String text :
        List.of(
            "a@".repeat(100_000),
            "1-".repeat(100_000),
            "王".repeat(200_000),
            "省市区县路号".repeat(30_000),
            "<".repeat(200_000),
            "%25".repeat(60_000))) {
      Script.reset();
      Cloud.leaksNothing(CHAT, says(text + " 13812345678"));
    }
  }

  @Test
  void case36_bodiesOverTheLimit() throws Exception {
    String large = Gateway.chat("note-assistant", "好".repeat(3_000_000), "");

    for (String body : List.of(large, Cloud.streamed(large))) {
      for (String path : List.of(CHAT, "/v1/responses", "/v1/embeddings")) {
        assertThat(Gateway.post(path, body).statusCode()).isEqualTo(413);
      }
      assertThat(RawClient.send(chunked(body)))
          .startsWith("HTTP/1.1 413")
          .contains("request_too_large");
    }
    nothingArrived();
  }

  /** 20 MB in the tests; what two callers have sent of theirs is in memory, and stays. */
  @Test
  void whatMemoryDoesNotHoldIsAskedToComeAgain() throws Exception {
    String large = HOUSE.replace("好", "好".repeat(2_600_000));

    Eventually.holds(
        "who comes beside two large ones is asked to come again",
        SOON,
        () -> isAskedBesideTwo(large));
    Eventually.holds("room again", SOON, () -> Gateway.post(CHAT, large).statusCode() != 503);
  }

  /** While the two are still being read, one of them may be the one without room. */
  private static boolean isAskedBesideTwo(String large) throws IOException {
    try (Socket one = slow(large);
        Socket two = slow(large)) {
      if (Gateway.post(CHAT, large).statusCode() != 503) {
        return false;
      }
      Script.reset();
      HttpResponse<String> busy = Gateway.post(CHAT, large);
      if (busy.statusCode() != 503) {
        return false;
      }
      assertThat(List.of(one, two)).allMatch(Socket::isConnected);
      assertThat(busy.body()).contains("\"busy\"").contains("server_error");
      assertThat(busy.headers().firstValue("retry-after")).contains("1");
      nothingArrived();
      return Gateway.post(CHAT, HOUSE).statusCode() == 200;
    } catch (SocketException _) {
      return false;
    }
  }

  /** A caller that has sent all of its request but the last byte. */
  private static Socket slow(String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    URI gateway = URI.create(Gateway.url());
    Socket socket = new Socket(gateway.getHost(), gateway.getPort());
    socket
        .getOutputStream()
        .write(head("Content-Length: " + bytes.length + "\r\n").getBytes(UTF_8));
    socket.getOutputStream().write(bytes, 0, bytes.length - 1);
    return socket;
  }

  /** The whole body as one chunk. */
  private static String chunked(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return head("Transfer-Encoding: chunked\r\n")
        + Integer.toHexString(bytes.length)
        + "\r\n"
        + new String(bytes, StandardCharsets.ISO_8859_1)
        + "\r\n0\r\n\r\n";
  }

  private static void nothingArrived() {
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  private static String head(String headers) {
    return "POST "
        + CHAT
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
        + Gateway.his()
        + "\r\n"
        + headers
        + "\r\n";
  }

  private static String post(String headers, byte[] body) {
    return head(headers + "Content-Length: " + body.length + "\r\n")
        + new String(body, StandardCharsets.ISO_8859_1);
  }
}
