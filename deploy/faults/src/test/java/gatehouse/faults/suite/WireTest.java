package gatehouse.faults.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
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
