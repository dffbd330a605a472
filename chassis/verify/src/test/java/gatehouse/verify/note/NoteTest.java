package gatehouse.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the key and the note of the reference implementation, and C2SP's own example. */
class NoteTest {

  private static final String KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String SIGNATURE =
      "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
          + "KvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  private static final String CHECKPOINT =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      \u2014 example.com/behind-the-sofa \
      Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      """;

  @Test
  void theReferenceNoteIsSignedByTheReferenceKey() {
    Note note = Note.parse(TEXT + "\n" + SIGNATURE);

    assertThat(note.isSignedBy(List.of(VerifierKey.parse(KEY)))).isTrue();
    assertThat(note.text()).isEqualTo(TEXT);
  }

  @Test
  void aChangedTextIsNotSigned() {
    Note note = Note.parse(TEXT.replace("don't", "do") + "\n" + SIGNATURE);

    assertThat(note.isSignedBy(List.of(VerifierKey.parse(KEY)))).isFalse();
  }

  @Test
  void unknownSignaturesNeitherHelpNorHarm() {
    String other = SIGNATURE.replace("PeterNeumann", "EnochRoot");
    List<VerifierKey> keys = List.of(VerifierKey.parse(KEY));

    assertThat(Note.parse(TEXT + "\n" + other + SIGNATURE).isSignedBy(keys)).isTrue();
    assertThat(Note.parse(TEXT + "\n" + other).isSignedBy(keys)).isFalse();
  }

  @Test
  void oneFalseSignatureOfAKnownKeySpoilsTheNote() {
    String spoilt = SIGNATURE.replace("UG/S", "UG/T");

    Note note = Note.parse(TEXT + "\n" + SIGNATURE + spoilt);

    assertThat(note.isSignedBy(List.of(VerifierKey.parse(KEY)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a3+!!!!"
      })
  void brokenKeysAreRefused(String key) {
    assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "text\n\n\u2014 name AAAAAAB=\n",
        "text\n\n\u2014 name AAAAAAA=",
        "te\u0001xt\n\n\u2014 name AAAAAAA=\n"
      })
  void whatIsNoNoteIsRefused(String note) {
    assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theExampleOfTheSpecificationIsRead() {
    Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT);

    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20852163);
    assertThat(Base64.getEncoder().encodeToString(checkpoint.head().root()))
        .isEqualTo("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
  }

  @Test
  void severalCheckpointsInOneFileComeOutByTheirSizes() {
    String smaller = CHECKPOINT.replace("20852163", "7");

    List<Checkpoint> all = Checkpoint.all(CHECKPOINT + smaller + "\n" + CHECKPOINT);

    assertThat(all).extracting(Checkpoint::size).containsExactly(7L, 20852163L, 20852163L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"020852163", "-1", "1e3", "", "9999999999999999999"})
  void sizesAreCanonicalDecimals(String size) {
    assertThatThrownBy(() -> Checkpoint.parse(CHECKPOINT.replace("20852163", size)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
