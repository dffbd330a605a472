package gatehouse.embedded.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerUsersTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aKeyIsMadeOnceAndForItsOwnerOnly() throws IOException {
    Path key = folder.resolve("broker.key");

    BrokerUsers.keepKey(key);
    String first = Files.readString(key);
    BrokerUsers.keepKey(key);

    assertThat(Files.readString(key)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(key);
    }
  }

  @Test
  void everyUserHasASecretOfHisOwnThatStays() {
    Path key = folder.resolve("broker.key");
    BrokerUsers.keepKey(key);

    BrokerUsers users = BrokerUsers.keyedBy(key);

    assertThat(users.secretOf("consent-service"))
        .matches("[A-Za-z0-9_-]{43}")
        .isEqualTo(BrokerUsers.keyedBy(key).secretOf("consent-service"))
        .isNotEqualTo(users.secretOf("incident-service"));
  }

  @Test
  void anotherKeyMakesOtherSecrets() {
    Path one = folder.resolve("one.key");
    Path other = folder.resolve("other.key");
    BrokerUsers.keepKey(one);
    BrokerUsers.keepKey(other);

    assertThat(BrokerUsers.keyedBy(one).secretOf("operator"))
        .isNotEqualTo(BrokerUsers.keyedBy(other).secretOf("operator"));
  }

  @Test
  void withoutAKeyNobodyHasTheSecrets() {
    Path none = folder.resolve("none.key");

    assertThat(BrokerUsers.keyedBy(none).secretOf("operator"))
        .isNotEqualTo(BrokerUsers.keyedBy(none).secretOf("operator"));
  }

  @Test
  void aFileThatIsNoKeyIsNamedAndNotRepeated() throws IOException {
    Path key = Files.writeString(folder.resolve("broker.key"), "swordfish");

    assertThatThrownBy(() -> BrokerUsers.keyedBy(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broker.key")
        .hasMessageContaining("delete it")
        .hasMessageNotContaining("swordfish");
  }
}
