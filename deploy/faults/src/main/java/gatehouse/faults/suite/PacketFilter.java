package gatehouse.faults.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Packets to ports of this run, dropped in the kernel by nftables: unlike on a {@link Wire}, not
 * even the machine's own acknowledgement of a byte comes back, and connections cannot be opened.
 *
 * <p>A table of the run's own, made anew at its start. A port is dropped for {@value #SECONDS}
 * seconds at most: the kernel forgets it by itself, also when the harness was killed. Where the
 * machine has no {@code nft}, or does not let us use it, the fault is left out.
 */
public final class PacketFilter implements AutoCloseable {
  private static final int SECONDS = 30;

  private final String table;
  private final boolean isThere;

  private PacketFilter(String table) {
    this.table = table;
    this.isThere =
        nft(
            """
            add table %1$s
            delete table %1$s
            table %1$s {
              set dropped {
                type inet_service
                flags timeout
              }
              chain arriving {
                type filter hook input priority 0; policy accept;
                iif lo tcp dport @dropped drop
                iif lo tcp sport @dropped drop
              }
            }
            """
                .formatted(table));
  }

  /** The filter of the run in a folder; what an earlier run there has left is put back. */
  static PacketFilter of(Path folder) {
    String run = Integer.toHexString(folder.toAbsolutePath().normalize().toString().hashCode());
    return new PacketFilter("inet gatehouse_faults_" + run);
  }

  /** Whether this machine allows it. */
  public boolean isAvailable() {
    return isThere;
  }

  /** From now on no packet to or from this port of loopback arrives. */
  public void drop(int port) {
    if (!nft("add element %s dropped { %d timeout %ds }\n".formatted(table, port, SECONDS))) {
      throw new IllegalStateException("nft does not drop packets to port " + port);
    }
  }

  /** Everything arrives again. */
  void letThrough() {
    if (isThere && !nft("flush set %s dropped\n".formatted(table))) {
      throw new IllegalStateException("nft does not empty the set in table " + table);
    }
  }

  @Override
  public void close() {
    if (isThere) {
      nft("delete table %s\n".formatted(table));
    }
  }

  /** Whether it took all of it; of a part it takes nothing. */
  private static boolean nft(String rules) {
    try {
      Process nft =
          new ProcessBuilder("nft", "-f", "-")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream in = nft.getOutputStream()) {
        in.write(rules.getBytes(StandardCharsets.US_ASCII));
      }
      return nft.waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
