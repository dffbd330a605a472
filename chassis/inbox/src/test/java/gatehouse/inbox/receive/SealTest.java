package gatehouse.inbox.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.inbox.receive.Seal.Sealed;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final String OLD = key("old", 1);
  private static final String NEW = key("new", 2);
  private static final byte[] TEXT = "what it said".getBytes(UTF_8);

  @Test
  void aNewKeySealsAndTheOldOneStillOpens() {
    Sealed before = new Seal(List.of(OLD)).seal("t/0/1", TEXT);
    Seal rotated = new Seal(List.of(NEW, OLD));

    assertThat(rotated.open("t/0/1", before)).isEqualTo(TEXT);
    assertThat(rotated.seal("t/0/1", TEXT).keyId()).isEqualTo("new");
    assertThatThrownBy(() -> new Seal(List.of(NEW)).open("t/0/1", before))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("old");
  }

  @Test
  void aSealFitsNoOtherPlaceAndNoOtherBytes() {
    Seal seal = new Seal(List.of(OLD));
    Sealed sealed = seal.seal("t/0/1", TEXT);

    assertThatThrownBy(() -> seal.open("t/0/2", sealed)).isInstanceOf(IllegalStateException.class);
    byte[] changed = sealed.bytes().clone();
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open("t/0/1", new Sealed("old", changed)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(seal.seal("t/0/1", TEXT).bytes()).isNotEqualTo(sealed.bytes());
  }

  @Test
  void aKeyThatIsNoneIsRefusedAtTheStart() {
    for (String wrong : List.of("nocolon", "id:", "id:c2hvcnQ=", ":" + "A".repeat(44), "id:###")) {
      assertThatThrownBy(() -> new Seal(List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("openssl rand -base64 32");
    }
    assertThatThrownBy(() -> new Seal(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static String key(String id, int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return id + ':' + Base64.getEncoder().encodeToString(bytes);
  }
}
