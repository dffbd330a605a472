package gatehouse.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

  private static final byte[] RFC_8032_SEED =
      HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  private static final byte[] RFC_8032_PUBLIC_KEY =
      HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

  @Test
  void thePublicKeyGrowsFromTheSeedAsInRfc8032() {
    SigningKey key = SigningKey.of("gatehouse/stage", RFC_8032_SEED);

    byte[] bytes = Base64.getDecoder().decode(key.verifierKey().split("\\+", 3)[2]);
    assertThat(bytes[0]).isEqualTo((byte) 1);
    assertThat(bytes).endsWith(RFC_8032_PUBLIC_KEY);
  }

  @Test
  void aCheckpointHasTheFormOfC2spTlogCheckpoint() throws Exception {
    SigningKey key = SigningKey.of("gatehouse/stage", RFC_8032_SEED);
    Frontier tree = new Frontier();
    tree.add("first".getBytes(UTF_8));

    String note = key.checkpoint(tree);

    assertThat(note.lines().toList())
        .startsWith("gatehouse/stage", "1", Base64.getEncoder().encodeToString(tree.root()), "");
    assertThat(note.lines().toList().getLast()).startsWith("\u2014 gatehouse/stage ");
    assertThat(note).endsWith("\n");
    assertThat(Notes.verifies(note, key.verifierKey())).isTrue();
  }

  @Test
  void anEditedCheckpointDoesNotVerify() throws Exception {
    SigningKey key = SigningKey.of("gatehouse/stage", RFC_8032_SEED);

    String edited = key.checkpoint(new Frontier()).replace("\n0\n", "\n1\n");

    assertThat(Notes.verifies(edited, key.verifierKey())).isFalse();
  }

  @Test
  void namesThatWouldBreakTheFormAreRefused() {
    assertThatThrownBy(() -> SigningKey.of("two words", RFC_8032_SEED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningKey.of("a+b", RFC_8032_SEED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningKey.of("short", new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
