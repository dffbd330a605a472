package gatehouse.deid.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.deid.operators.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("keys.json");
  }

  @Test
  void aRotatedKeysetHasANewPrimaryAndTheOldKeys() throws IOException {
    String first = KeysetFile.create(file());
    String second = KeysetFile.rotate(file());
    Keyring keys = KeysetFile.read(file(), "care");
    assertThat(keys.primary()).isEqualTo(second);
    assertThat(keys.ids()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void theFileIsItsOwnersAlone() throws IOException {
    KeysetFile.create(file());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void keysThatEverybodyMayReadAreRefused() throws IOException {
    KeysetFile.create(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> KeysetFile.read(file(), "care"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chmod");
  }

  @Test
  void whatIsNoKeysetIsRefusedWithoutItsContent() throws IOException {
    Files.writeString(file(), "k1 = c2VjcmV0");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> KeysetFile.read(file(), "care"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keys create")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void anExistingFileIsNotOverwritten() throws IOException {
    KeysetFile.create(file());
    String before = Files.readString(file());
    assertThatThrownBy(() -> KeysetFile.create(file())).hasMessageContaining("rotate");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void aKeyringTellsNoKey() throws IOException {
    String id = KeysetFile.create(file());
    assertThat(KeysetFile.read(file(), "care")).hasToString("Keyring[" + id + "]");
  }
}
