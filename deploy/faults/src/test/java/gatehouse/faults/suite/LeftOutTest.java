package gatehouse.faults.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine does not let us do is left out with the machine's own reason. */
class LeftOutTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aMountThatIsRefusedLeavesOutTheFullDisk() throws Exception {
    String mount = refusing("mount: must be superuser to use mount.");

    FullDisk disk = FullDisk.mountedBy(mount, folder);

    assertThat(disk.isAvailable()).isFalse();
    assertThat(disk.leftOut())
        .contains(new LeftOut("full disk", "mount: must be superuser to use mount."));
  }

  @Test
  void aFilterThatIsRefusedLeavesOutDroppedPackets() throws Exception {
    String nft = refusing("netlink: Error: cache initialization failed: Operation not permitted");

    try (PacketFilter packets = PacketFilter.madeBy(nft, folder)) {
      assertThat(packets.isAvailable()).isFalse();
      assertThat(packets.leftOut().orElseThrow().toString())
          .isEqualTo(
              "dropped packets: netlink: Error: cache initialization failed: Operation not"
                  + " permitted");
    }
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    String missing = folder.resolve("nft").toString();

    try (PacketFilter packets = PacketFilter.madeBy(missing, folder)) {
      assertThat(packets.leftOut().orElseThrow().why())
          .isEqualTo("there is no program " + missing + " that we may run");
    }
  }

  @Test
  void whatIsPossibleIsNotLeftOut() throws Exception {
    String nft = program("exit 0");

    try (PacketFilter packets = PacketFilter.madeBy(nft, folder)) {
      assertThat(packets.isAvailable()).isTrue();
      assertThat(packets.leftOut()).isEmpty();
    }
  }

  private String refusing(String reason) throws Exception {
    return program("echo '%s' >&2\nexit 1".formatted(reason));
  }

  private String program(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}
