package gatehouse.gateway.completion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that stands still on its way to a caller's socket until its lease has run out. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-51", "G-02"})
class HeldUpAnswerTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String CHAT = Gateway.chat("note-assistant", "请概括今天的护理记录。", "");
  private static final int SILENCE_MILLIS = 20_000;

  @Inject OwnerLeases leases;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  /** The stream goes on piece by piece; one piece is past every look but the last. */
  @Test
  void notAByteOfAStreamLeavesThatWasHeldUpBehindTheLook() throws Exception {
    Script.say("ttl", "3000");
    Script.say("write:" + Script.IN_HOUSE, "100");
    Script.say("pause:" + Script.IN_HOUSE, "300");
    StandStill.expect();
    try (Socket caller = call(CHAT.replaceFirst("\\{", "{\"stream\":true,"))) {
      InputStream in = caller.getInputStream();
      int begun = in.read();
      StandStill standStill = StandStill.present();
      standStill.hold();
      Script.status("stops", 500);
      Eventually.holds("the lease has run out", SOON, () -> !leases.isLive(Owner.INCIDENT));

      standStill.wakeUp();

      assertThat(begun).isEqualTo('H');
      assertThat(1 + arrived(in)).isEqualTo(standStill.passed());
    }
  }

  /** An answer that comes whole is written at once; it is past every look but the last. */
  @Test
  void notAByteOfAWholeAnswerLeavesThatWasHeldUpBehindTheLook() throws Exception {
    Script.say("ttl", "3000");
    Script.say("pause:" + Script.IN_HOUSE, "1500");
    StandStill.expect();
    try (Socket caller = call(CHAT)) {
      StandStill standStill = StandStill.present();
      standStill.hold();
      Script.status("stops", 500);
      Eventually.holds("the lease has run out", SOON, () -> !leases.isLive(Owner.INCIDENT));

      standStill.wakeUp();

      assertThat(arrived(caller.getInputStream())).isZero();
    }
  }

  private static Socket call(String chat) throws IOException {
    byte[] body = chat.getBytes(UTF_8);
    URI gateway = URI.create(Gateway.url());
    Socket socket = new Socket(gateway.getHost(), gateway.getPort());
    socket.setSoTimeout(SILENCE_MILLIS);
    String head =
        """
        POST /v1/chat/completions HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(gateway.getAuthority(), Gateway.his(), body.length);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return socket;
  }

  private static long arrived(InputStream in) throws IOException {
    byte[] some = new byte[1 << 12];
    long count = 0;
    try {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        count += n;
      }
    } catch (SocketException _) {
      // Reset: the connection was closed with bytes still in the gateway.
    }
    return count;
  }
}
