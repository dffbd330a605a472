package gatehouse.faults.suite;

import java.nio.file.Path;
import java.util.Optional;

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

  private final String program;
  private final String table;
  private final Attempt making;

  private PacketFilter(String program, String table) {
    this.program = program;
    this.table = table;
    this.making =
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
    return madeBy("nft", folder);
  }

  /** With another program in the place of {@code nft}. */
  static PacketFilter madeBy(String program, Path folder) {
    String run = Integer.toHexString(folder.toAbsolutePath().normalize().toString().hashCode());
    return new PacketFilter(program, "inet gatehouse_faults_" + run);
  }

  /** Whether this machine allows it. */
  public boolean isAvailable() {
    return making.succeeded();
  }

  /** Why it does not; empty if it does. */
  Optional<LeftOut> leftOut() {
    return isAvailable()
        ? Optional.empty()
        : Optional.of(new LeftOut("dropped packets", making.said()));
  }

  /** From now on no packet to or from this port of loopback arrives. */
  public void drop(int port) {
    if (!nft("add element %s dropped { %d timeout %ds }\n".formatted(table, port, SECONDS))
        .succeeded()) {
      throw new IllegalStateException("nft does not drop packets to port " + port);
    }
  }

  /** Everything arrives again. */
  void letThrough() {
    if (isAvailable() && !nft("flush set %s dropped\n".formatted(table)).succeeded()) {
      throw new IllegalStateException("nft does not empty the set in table " + table);
    }
  }

  @Override
  public void close() {
    if (isAvailable()) {
      Attempt _ = nft("delete table %s\n".formatted(table));
    }
  }

  /** Whether it took all of it; of a part it takes nothing. */
  private Attempt nft(String rules) {
    return Attempt.with(rules, program, "-f", "-");
  }
}
