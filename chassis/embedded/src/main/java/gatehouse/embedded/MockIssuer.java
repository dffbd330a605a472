package gatehouse.embedded;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OIDC issuer for in-process tests: discovery, keys and token endpoint of the realm {@code
 * hospital}. It checks no password; the suite itself runs Keycloak.
 */
public final class MockIssuer implements AutoCloseable {
  private static final String REALM = "hospital";

  private final MockOAuth2Server server;
  private final JWK key;

  private MockIssuer(MockOAuth2Server server, JWK key) {
    this.server = server;
    this.key = key;
  }

  /** Starts an issuer on the port; 0 takes a free one. */
  public static MockIssuer start(int port) {
    QuietLogs.settle();
    KeyProvider keys = new KeyProvider();
    OAuth2Config config =
        new OAuth2Config(
            false, null, null, false, new OAuth2TokenProvider(keys, (Instant) null), Set.of());
    MockOAuth2Server server = new MockOAuth2Server(config);
    server.start(Ports.loopback(), port);
    return new MockIssuer(server, keys.signingKey(REALM));
  }

  /** The issuer's address, the {@code iss} of its tokens. */
  public String url() {
    return "http://127.0.0.1:" + server.baseUrl().port() + "/" + REALM;
  }

  /** The private key of the realm as a JSON Web Key, for {@link Tokens}. */
  String signingKey() {
    return key.toJSONString();
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
