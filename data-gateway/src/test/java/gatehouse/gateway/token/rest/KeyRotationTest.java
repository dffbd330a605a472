package gatehouse.gateway.token.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.RotatingIssuer;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of tokens when the issuer takes a signing key back. Quarkus reads the issuer's keys
 * over HTTP and verifies every signature that this test relies on.
 */
@QuarkusTest
@TestProfile(KeyRotationTest.ShortMemory.class)
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@WithTestResource(RotatingIssuer.class)
@Clause("G-42")
class KeyRotationTest {
  private static final long LIFE_SECONDS = 600;

  @Inject CheckedTokens remembered;

  /** A memory short enough to wait for; each test rotates, so keys may be asked for each time. */
  public static final class ShortMemory implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gatehouse.token.remembered", "PT2S",
          "quarkus.oidc.token.forced-jwk-refresh-interval", "0S");
    }
  }

  @BeforeEach
  void quiet() {
    Script.reset();
  }

  @Test
  void aTokenOfAKeyThatWasTakenBackIsRefusedWhenItsMemoryEnds() {
    RsaJsonWebKey old = RotatingIssuer.signingKey();
    String seen = token(old, LIFE_SECONDS);
    assertThat(status(seen)).isEqualTo(200);
    assertThat(remembered.holder(seen)).isPresent();

    RotatingIssuer.rotate();
    // The first token of the new key makes Quarkus ask for the keys, whereby the old one goes.
    assertThat(status(token(RotatingIssuer.signingKey(), LIFE_SECONDS))).isEqualTo(200);

    assertThat(status(token(old, LIFE_SECONDS - 1))).isEqualTo(401);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    int status = status(seen);
    while (status == 200 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      status = status(seen);
    }
    assertThat(status).isEqualTo(401);
    assertThat(remembered.holder(seen)).isEmpty();
  }

  @Test
  void aSignatureOfAnotherKeyUnderThePublishedNameIsRefused() {
    RsaJsonWebKey old = RotatingIssuer.signingKey();
    RotatingIssuer.rotate();
    RsaJsonWebKey present = RotatingIssuer.signingKey();
    assertThat(status(token(present, LIFE_SECONDS))).isEqualTo(200);

    old.setKeyId(present.getKeyId());
    RsaJsonWebKey stranger = RotatingIssuer.fresh();
    String unknown = token(stranger, LIFE_SECONDS);
    stranger.setKeyId(present.getKeyId());

    assertThat(status(token(old, LIFE_SECONDS))).isEqualTo(401);
    assertThat(status(token(stranger, LIFE_SECONDS))).isEqualTo(401);
    assertThat(status(unknown)).isEqualTo(401);
    assertThat(remembered.holder(unknown)).isEmpty();
  }

  @Test
  void anExpiredTokenOfThePublishedKeyIsRefusedAndNotRemembered() {
    RsaJsonWebKey present = RotatingIssuer.signingKey();
    String expired = token(present, -LIFE_SECONDS);

    assertThat(status(expired)).isEqualTo(401);

    assertThat(remembered.holder(expired)).isEmpty();
    assertThat(status(token(present, LIFE_SECONDS))).isEqualTo(200);
  }

  private static String token(RsaJsonWebKey key, long seconds) {
    long now = InstantSource.system().instant().getEpochSecond();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(RotatingIssuer.url());
    claims.setSubject("his");
    claims.setAudience("data-gateway");
    claims.setIssuedAt(NumericDate.fromSeconds(now - 2 * LIFE_SECONDS));
    claims.setExpirationTime(NumericDate.fromSeconds(now + seconds));
    claims.setClaim("azp", "his-client");
    claims.setClaim("realm_access", Map.of("roles", List.of("HIS_SYSTEM")));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the token was not signed", e);
    }
  }

  private static int status(String token) {
    return Gateway.post(
            "/v1/chat/completions",
            Gateway.chat("note-assistant", "好", ""),
            Map.of("Authorization", "Bearer " + token))
        .statusCode();
  }
}
