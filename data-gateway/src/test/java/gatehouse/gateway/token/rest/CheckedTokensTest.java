package gatehouse.gateway.token.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class CheckedTokensTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

  private final AtomicLong nanos = new AtomicLong(-5);
  private Instant now = BEGIN;
  private final CheckedTokens tokens =
      new CheckedTokens(
          ((InstantSource) () -> now).withZone(ZoneOffset.UTC), nanos::get, Duration.ofMinutes(1));

  @Test
  void aCheckedTokenIsKnownWithItsRolesAndClaimsOnly() {
    tokens.keep(verified("a.b.c", BEGIN.plusSeconds(300)));

    SecurityIdentity holder = tokens.holder("a.b.c").orElseThrow();

    assertThat(holder.getRoles()).containsExactly("HIS_SYSTEM");
    assertThat(holder.getPrincipal().getName()).isEqualTo("somebody");
    // The request that came with it would hold its body in memory.
    assertThat(holder.getAttributes()).isEmpty();
    assertThat(tokens.holder("a.b.d")).isEmpty();
  }

  @Test
  void noTokenIsKnownBehindItsEnd() {
    tokens.keep(verified("a.b.c", BEGIN.plusSeconds(30)));

    now = BEGIN.plusMillis(29_999);
    assertThat(tokens.holder("a.b.c")).isPresent();
    now = BEGIN.plusSeconds(30);

    assertThat(tokens.holder("a.b.c")).isEmpty();
    assertThat(tokens.size()).isZero();
  }

  @Test
  void aTokenIsCheckedAgainInTimeWhateverTheWallClockSays() {
    tokens.keep(verified("a.b.c", BEGIN.plusSeconds(3600)));

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(tokens.holder("a.b.c")).isEmpty();
  }

  @Test
  void theOldestGoWhenThereAreTooMany() {
    for (int i = 0; i <= CheckedTokens.MOST; i++) {
      tokens.keep(verified("token-" + i, BEGIN.plusSeconds(300)));
    }

    assertThat(tokens.size()).isEqualTo(CheckedTokens.MOST);
    assertThat(tokens.holder("token-0")).isEmpty();
    assertThat(tokens.holder("token-" + CheckedTokens.MOST)).isPresent();
  }

  @Test
  void whatOidcDidNotVerifyStaysUnknown() {
    tokens.keep(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(() -> "a key's holder")
            .addCredential(new AccessTokenCredential("opaque"))
            .build());

    assertThat(tokens.size()).isZero();
  }

  private static SecurityIdentity verified(String token, Instant end) {
    AccessTokenCredential credential = new AccessTokenCredential(token);
    JwtClaims claims = new JwtClaims();
    claims.setSubject("somebody");
    claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new OidcJwtCallerPrincipal(claims, credential))
        .addCredential(credential)
        .addRole("HIS_SYSTEM")
        .addAttribute("the request", "its body")
        .build();
  }
}
