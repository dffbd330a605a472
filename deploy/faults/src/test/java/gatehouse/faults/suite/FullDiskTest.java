package gatehouse.faults.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where mounting is refused: {@link LeftOutTest}. */
class FullDiskTest {
  private static final byte[] PAGE = new byte[4096];

  @Test
  void nothingFitsUntilItIsFreed(@TempDir Path folder) throws Exception {
    try (FullDisk disk = FullDisk.under(folder)) {
      assumeThat(disk.isAvailable()).as("the right to mount").isTrue();
      Files.write(folder.resolve("before"), PAGE);

      disk.fill();

      assertThatThrownBy(() -> Files.write(folder.resolve("meanwhile"), PAGE))
          .isInstanceOf(IOException.class);
      assertThat(Files.readAllBytes(folder.resolve("before"))).hasSize(PAGE.length);

      disk.free();

      assertThat(Files.readAllBytes(Files.write(folder.resolve("after"), PAGE)))
          .hasSize(PAGE.length);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void itCanBeFilledAgain(@TempDir Path folder) throws Exception {
    try (FullDisk disk = FullDisk.under(folder)) {
      assumeThat(disk.isAvailable()).as("the right to mount").isTrue();
      disk.fill();
      disk.free();

      disk.fill();

      assertThatThrownBy(() -> Files.write(folder.resolve("meanwhile"), PAGE))
          .isInstanceOf(IOException.class);
    }
  }
}
