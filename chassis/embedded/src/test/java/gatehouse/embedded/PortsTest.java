package gatehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void eachPortIsAnotherOneAndNoneIsForOutgoingConnections() {
    Set<Integer> given = new HashSet<>();

    for (int i = 0; i < 500; i++) {
      given.add(Ports.free());
    }

    assertThat(given).hasSize(500).allMatch(port -> port < 32_768);
  }

  @Test
  void whatListensIsNotFree() throws IOException {
    int port = Ports.free();

    try (ServerSocket listening = new ServerSocket(port, 1, Ports.loopback())) {
      assertThat(Ports.isFree(listening.getLocalPort())).isFalse();
    }
    assertThat(Ports.isFree(port)).isTrue();
  }
}
