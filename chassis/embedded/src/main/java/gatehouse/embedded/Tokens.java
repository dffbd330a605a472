package gatehouse.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as the realm {@code hospital} would issue them, for tests that run with {@link
 * Parts}:
 *
 * {@snippet :
 * String token = Tokens.as("qian.physician")
 *     .roles("PHYSICIAN")
 *     .claim("department", "RADIOLOGY")
 *     .audience("admission-service")
 *     .token();
 * }
 *
 * The values are immutable: each method returns another description.
 */
public final class Tokens {
  /** The four services, the audiences of a person's token. */
  public static final List<String> ALL_AUDIENCES =
      List.of("admission-service", "consent-service", "data-gateway", "incident-service");

  private static final Duration LIFESPAN = Duration.ofHours(1);

  private final Map<String, Object> claims;
  private final Instant issuedAt;

  private Tokens(Map<String, Object> claims, Instant issuedAt) {
    this.claims = Map.copyOf(claims);
    this.issuedAt = issuedAt;
  }

  /** A person or a client by user name, of all audiences and no role. */
  public static Tokens as(String username) {
    Map<String, Object> claims =
        Map.of(
            // The realm's subjects are opaque and stable; so are these.
            "sub",
            UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString(),
            "preferred_username",
            username,
            // In the demonstration realm people's staff numbers are spelled like their user names.
            "staff_id",
            username,
            "aud",
            ALL_AUDIENCES);
    return new Tokens(claims, InstantSource.system().instant()).roles();
  }

  /** With exactly these realm roles. */
  public Tokens roles(String... roles) {
    return claim("realm_access", Map.of("roles", List.of(roles)));
  }

  /** With this claim instead of any of the same name. */
  public Tokens claim(String name, Object value) {
    Map<String, Object> more = new HashMap<>(claims);
    more.put(name, value);
    return new Tokens(more, issuedAt);
  }

  /** Without this claim. */
  public Tokens without(String name) {
    Map<String, Object> fewer = new HashMap<>(claims);
    fewer.remove(name);
    return new Tokens(fewer, issuedAt);
  }

  /** For exactly these services. */
  public Tokens audience(String... audiences) {
    return claim("aud", List.of(audiences));
  }

  /** Of an issuer that nobody trusts, signed with the right key. */
  public Tokens issuer(String url) {
    return claim("iss", url);
  }

  /** Issued so long ago that it has run out. */
  public Tokens expired() {
    return new Tokens(claims, issuedAt.minus(LIFESPAN.multipliedBy(2)));
  }

  /** The subject that the token names: what a service sees as the person's id. */
  public String subject() {
    return String.valueOf(claims.get("sub"));
  }

  /**
   * The signed token.
   *
   * @throws IllegalStateException when no {@link Parts} with an issuer run in this JVM
   */
  public String token() {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(RunningParts.ISSUER.value())
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(issuedAt.plus(LIFESPAN)))
            .jwtID(UUID.randomUUID().toString());
    claims.forEach(builder::claim);
    try {
      RSAKey key = RSAKey.parse(RunningParts.SIGNING_KEY.value());
      SignedJWT jwt = new SignedJWT(header(key), builder.build());
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("The token was not signed", e);
    }
  }

  private static JWSHeader header(RSAKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .type(JOSEObjectType.JWT)
        .keyID(key.getKeyID())
        .build();
  }
}
