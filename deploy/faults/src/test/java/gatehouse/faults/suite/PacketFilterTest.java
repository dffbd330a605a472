package gatehouse.faults.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import gatehouse.embedded.Ports;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketFilterTest {
  @Test
  void whatIsDroppedArrivesWhenItIsLetThroughAgain(@TempDir Path folder) throws Exception {
    try (PacketFilter packets = PacketFilter.of(folder);
        ServerSocket server = new ServerSocket(0, 8, Ports.loopback());
        Socket client = new Socket(Ports.loopback(), server.getLocalPort());
        Socket other = server.accept()) {
      assumeThat(packets.isAvailable()).as("nft, and the right to use it").isTrue();
      other.setSoTimeout(400);
      packets.drop(server.getLocalPort());
      client.getOutputStream().write(7);

      assertThatThrownBy(() -> other.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThatThrownBy(() -> connect(server.getLocalPort()))
          .isInstanceOf(SocketTimeoutException.class);
      packets.letThrough();
      other.setSoTimeout(10_000);
      assertThat(other.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void theNextRunInAFolderPutsBackWhatTheLastHasLeft(@TempDir Path folder) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 8, Ports.loopback())) {
      PacketFilter killed = PacketFilter.of(folder);
      assumeThat(killed.isAvailable()).as("nft, and the right to use it").isTrue();
      killed.drop(server.getLocalPort());

      try (PacketFilter _ = PacketFilter.of(folder)) {
        connect(server.getLocalPort());
        assertThat(server.accept().isConnected()).isTrue();
      }
    }
  }

  private static void connect(int port) throws Exception {
    try (Socket client = new Socket()) {
      client.connect(new InetSocketAddress(Ports.loopback(), port), 400);
    }
  }
}
