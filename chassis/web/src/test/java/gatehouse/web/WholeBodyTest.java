package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Bodies that come otherwise than in one piece with the head of their request. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "web"),
      @ResourceArg(name = "kafka", value = "false")
    })
class WholeBodyTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String BODY = "{\"name\":\"lamp\",\"size\":1}";

  @Test
  void aBodyMayComeInPieces() throws IOException {
    try (Socket caller = caller()) {
      send(caller, head("Content-Length: " + BODY.length()) + BODY.substring(0, 5));
      // The answer to another request: by then the first piece has been read.
      try (Socket other = caller()) {
        send(other, head("Content-Length: " + BODY.length()) + BODY);
        assertThat(answer(other)).startsWith("HTTP/1.1 200");
      }
      send(caller, BODY.substring(5));

      assertThat(answer(caller)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void whoAsksFirstIsToldToGoOn() throws IOException {
    try (Socket caller = caller()) {
      send(caller, head("Content-Length: " + BODY.length() + "\r\nExpect: 100-continue"));
      BufferedReader answers = reader(caller);
      assertThat(answers.readLine()).startsWith("HTTP/1.1 100");
      assertThat(answers.readLine()).isEmpty();
      send(caller, BODY);

      assertThat(answers.readLine()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyWithoutLengthIsHeldToTheLimitAndEndsItsConnection() throws IOException {
    String piece = "40\r\n" + "x".repeat(64) + "\r\n";
    try (Socket caller = caller()) {
      send(caller, head("Transfer-Encoding: chunked") + piece + piece);

      BufferedReader answers = reader(caller);
      assertThat(answers.readLine()).startsWith("HTTP/1.1 413");
      assertThat(answers.lines()).anyMatch(line -> line.contains("/problems/body-too-large"));
    }
  }

  /** While the first one is still being read, either may be the one for which there is no room. */
  @Test
  void tooManyLargeBodiesAtOnceAreAskedToComeAgain() throws Exception {
    String large = " ".repeat(150_000) + BODY;
    String request = head("large", "Content-Length: " + large.length()) + large;

    Eventually.holds(
        "who comes beside a large one is asked to come again", SOON, () -> isAskedBeside(request));
    Eventually.holds("room again", SOON, () -> whole(request).startsWith("HTTP/1.1 200"));
  }

  private static boolean isAskedBeside(String request) throws IOException {
    try (Socket slow = caller()) {
      send(slow, request.substring(0, request.length() - 1));
      String refused = whole(request);
      String small = whole(head("Content-Length: " + BODY.length()) + BODY);
      send(slow, request.substring(request.length() - 1));
      return refused.startsWith("HTTP/1.1 503")
          && refused.toLowerCase(Locale.ROOT).contains("\nretry-after: 1\n")
          && refused.contains("/problems/busy")
          && small.startsWith("HTTP/1.1 200")
          && answer(slow).startsWith("HTTP/1.1 200");
    } catch (SocketException _) {
      // The slow one was asked to come again, and its connection is over.
      return false;
    }
  }

  /** The head of the answer, and the body if the connection ends behind it. */
  private static String whole(String request) throws IOException {
    try (Socket caller = caller()) {
      send(caller, request.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
      return String.join("\n", reader(caller).lines().toList());
    }
  }

  private static String head(String lines) {
    return head("small", lines);
  }

  private static String head(String thing, String lines) {
    return "POST /v1/things/"
        + thing
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + Tokens.as("maker").roles("MAKER").token()
        + "\r\n"
        + lines
        + "\r\n\r\n";
  }

  private static Socket caller() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return reader(socket).readLine();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }
}
