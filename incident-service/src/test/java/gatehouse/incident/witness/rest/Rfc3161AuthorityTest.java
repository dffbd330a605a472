package gatehouse.incident.witness.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.incident.witness.KeptCheckpoint;
import gatehouse.incident.witness.Stamp;
import gatehouse.incident.witness.Standing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against an authority over HTTP that signs for real. */
class Rfc3161AuthorityTest {
  private static final KeptCheckpoint CHECKPOINT =
      new KeptCheckpoint("gatehouse/x", 3, "00", "note\n", Standing.FIRST, Instant.EPOCH);

  @TempDir private Path folder = Path.of("");

  @Test
  void aStampIsOfTheNoteAndCarriesTheAuthoritysTime() throws Exception {
    try (TestAuthority authority = new TestAuthority()) {
      Stamp stamp = asked(authority, authority).stamp(CHECKPOINT);

      assertThat(stamp.stampedAt()).isEqualTo(TestAuthority.TIME);
      assertThat(stamp.size()).isEqualTo(3);
      TimeStampToken token =
          new TimeStampToken(new CMSSignedData(Base64.getDecoder().decode(stamp.token())));
      assertThat(token.getTimeStampInfo().getMessageImprintDigest())
          .isEqualTo(
              MessageDigest.getInstance("SHA-256")
                  .digest("note\n".getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void anotherAuthoritysStampIsNotBelieved() throws Exception {
    try (TestAuthority asked = new TestAuthority();
        TestAuthority believed = new TestAuthority()) {
      assertThatThrownBy(() -> asked(asked, believed).stamp(CHECKPOINT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no stamp of ours");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_IMPRINT", "OTHER_NONCE"})
  void aStampOfSomethingElseIsNotTaken(TestAuthority.Mode mode) throws Exception {
    try (TestAuthority authority = new TestAuthority()) {
      authority.mode(mode);

      assertThatThrownBy(() -> asked(authority, authority).stamp(CHECKPOINT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no stamp of ours");
    }
  }

  @Test
  void anAuthorityThatIsAwayStampsNothing() throws Exception {
    TestAuthority authority = new TestAuthority();
    Rfc3161Authority asked = asked(authority, authority);
    authority.close();

    assertThatThrownBy(() -> asked.stamp(CHECKPOINT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void halfASettingIsRefusedAndNoneIsOff() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
    try (TestAuthority authority = new TestAuthority()) {
      assertThatThrownBy(() -> new Rfc3161Authority(Optional.of(authority.url()), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> new Rfc3161Authority(Optional.of(authority.url()), Optional.of(nonsense)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nonsense.pem");
    }
    assertThat(new Rfc3161Authority(Optional.empty(), Optional.empty()).isConfigured()).isFalse();
  }

  private Rfc3161Authority asked(TestAuthority asked, TestAuthority believed) throws Exception {
    return new Rfc3161Authority(
        Optional.of(asked.url()), Optional.of(believed.certificateIn(folder)));
  }
}
