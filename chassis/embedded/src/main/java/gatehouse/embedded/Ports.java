package gatehouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
  private static final int FIRST = 10_000;

  /** Linux begins at 32768, others later. */
  private static final int FIRST_OF_OUTGOING = 32_768;

  private static final int TRIES = 10_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** The one address that the embedded parts listen on. */
  public static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port that was free a moment ago, another one each time. It lies below those that systems give
   * to outgoing connections: one of these would take a port of theirs before the caller listens.
   */
  public static int free() {
    for (int tried = 0; tried < TRIES; tried++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_OUTGOING);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no port is free between " + FIRST + " and " + FIRST_OF_OUTGOING);
  }

  /** Whether nothing listens on the port, neither on loopback nor on every address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A connection of the last run in TIME_WAIT holds nothing.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port), 1);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
