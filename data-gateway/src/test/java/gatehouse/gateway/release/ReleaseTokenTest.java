package gatehouse.gateway.release;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Clause("G-33")
class ReleaseTokenTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final ReleaseToken TOKEN =
      new ReleaseToken(
          new UUID(1, 1),
          new UUID(1, 2),
          "sha256:1",
          "dev.physician",
          "dev.encounter",
          ReleaseToken.Target.RECORD,
          NOON,
          NOON.plusSeconds(900),
          null,
          null);

  @Test
  void aTokenRunsOut() {
    assertThat(TOKEN.isOpen(NOON.plusSeconds(899))).isTrue();
    assertThat(TOKEN.isOpen(NOON.plusSeconds(900))).isFalse();
  }

  @Test
  void aSpentTokenIsClosed() {
    assertThat(TOKEN.spent(NOON.plusSeconds(1)).isOpen(NOON.plusSeconds(1))).isFalse();
  }
}
