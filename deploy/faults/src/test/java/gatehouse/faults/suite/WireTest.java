package gatehouse.faults.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import gatehouse.embedded.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Duration FEW_TICKS = Duration.ofMillis(50);

  private ServerSocket echo;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 8, Ports.loopback());
    Thread.ofVirtual().start(this::answer);
    wire = new Wire(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    echo.close();
  }

  @Test
  void carriesBytesBothWaysAndKnowsWhen() throws IOException {
    long before = System.nanoTime();
    try (Socket client = connect()) {
      client.getOutputStream().write(7);

      assertThat(client.getInputStream().read()).isEqualTo(7);
      assertThat(wire.lastSentNanos()).isBetween(before, System.nanoTime());
    }
  }

  @Test
  void cutEndsWhatIsOpenAndRefusesWhatIsNew() throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(7);
      assertThat(client.getInputStream().read()).isEqualTo(7);

      wire.cut();

      assertThatThrownBy(() -> exchange(client)).isInstanceOf(IOException.class);
    }
    try (Socket client = connect()) {
      assertThatThrownBy(() -> exchange(client)).isInstanceOf(IOException.class);
    }
    wire.mend();
    try (Socket client = connect()) {
      assertThat(exchange(client)).isEqualTo(9);
    }
  }

  @Test
  void heldBytesArriveWhenItIsMended() throws IOException {
    try (Socket client = connect()) {
      wire.hold();
      client.getOutputStream().write(5);
      client.setSoTimeout(200);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      wire.mend();

      client.setSoTimeout(5_000);
      assertThat(client.getInputStream().read()).isEqualTo(5);
    }
  }

  @Test
  void aByteBehindAMomentIsSeenAndOneBeforeItIsNot() throws IOException {
    try (Socket client = connect()) {
      assertThat(exchange(client)).isEqualTo(9);
      long moment = System.nanoTime();
      assertThat(wire.sentAfter(moment)).isEmpty();

      LockSupport.parkNanos(FEW_TICKS.toNanos());
      assertThat(exchange(client)).isEqualTo(9);

      assertThat(wire.sentAfter(moment).orElseThrow().nanos()).isBetween(moment, System.nanoTime());
    }
  }

  /** What is carried late was not sent late: the wire itself may have had to wait its turn. */
  @Test
  void aByteThatWasOnlyCarriedLateIsNotTakenForOneThatWasSentLate() throws IOException {
    try (Socket client = connect()) {
      assertThat(exchange(client)).isEqualTo(9);
      wire.hold();
      client.getOutputStream().write(5);
      LockSupport.parkNanos(FEW_TICKS.toNanos());
      long moment = System.nanoTime();
      LockSupport.parkNanos(FEW_TICKS.toNanos());
      wire.mend();
      assertThat(client.getInputStream().read()).isEqualTo(5);
      assumeThat(Attempt.at("ss", "-V").succeeded()).as("ss").isTrue();

      assertThat(wire.lastSentNanos()).isGreaterThan(moment);
      assertThat(wire.sentAfter(moment)).isEmpty();
    }
  }

  @Test
  void whatIsAskedWithTheWordsIsAnsweredOnlySoFar() throws IOException {
    try (Socket client = connect();
        Socket other = connect()) {
      wire.stall("slowly", 3);
      client.getOutputStream().write(bytes("slowly"));
      assertThat(client.getInputStream().readNBytes(3)).isEqualTo(bytes("slo"));
      client.setSoTimeout(200);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(exchange(other)).isEqualTo(9);

      wire.mend();

      client.setSoTimeout(5_000);
      assertThat(client.getInputStream().readNBytes(3)).isEqualTo(bytes("wly"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int exchange(Socket client) throws IOException {
    client.getOutputStream().write(9);
    int answer = client.getInputStream().read();
    if (answer < 0) {
      throw new IOException("ended");
    }
    return answer;
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(Ports.loopback(), wire.port());
    client.setSoTimeout(5_000);
    return client;
  }

  private void answer() {
    while (!echo.isClosed()) {
      try {
        Socket client = echo.accept();
        Thread.ofVirtual()
            .start(() -> {
              try (client) {
                client.getInputStream().transferTo(client.getOutputStream());
              } catch (IOException _) {
                // The test is over.
              }
            });
      } catch (IOException _) {
        // The test is over.
      }
    }
  }
}
