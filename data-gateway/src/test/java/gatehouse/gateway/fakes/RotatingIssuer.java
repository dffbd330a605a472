package gatehouse.gateway.fakes;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * An issuer that publishes one key at a time, and another one whenever a test says so. The gateway
 * reads discovery and keys from it over HTTP, as from any other.
 */
public final class RotatingIssuer implements QuarkusTestResourceLifecycleManager {
  private static final String ADDRESS = "gatehouse.test.rotating-issuer";
  private static final String KEY = "/signing-key";
  private static final String ROTATE = "/rotate";

  private final RawServer server = new RawServer((request, out) -> answer(request.line(), out));
  private volatile RsaJsonWebKey present = fresh();

  @Override
  public Map<String, String> start() {
    String url = "http://127.0.0.1:" + server.port();
    System.setProperty(ADDRESS, url);
    return Map.of("quarkus.oidc.auth-server-url", url);
  }

  @Override
  public void stop() {
    server.close();
  }

  /** The issuer's address, the {@code iss} of its tokens. */
  public static String url() {
    return System.getProperty(ADDRESS, "");
  }

  /** The key that is published now, with its private half. */
  public static RsaJsonWebKey signingKey() {
    return parsed(ask(KEY));
  }

  /** Takes the key back and publishes another. */
  public static void rotate() {
    ask(ROTATE);
  }

  /** A key that nobody publishes. */
  public static RsaJsonWebKey fresh() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(UUID.randomUUID().toString());
      key.setAlgorithm("RS256");
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException("no key was made", e);
    }
  }

  private void answer(String line, OutputStream out) throws IOException {
    switch (line.split(" ", -1)[1]) {
      case "/.well-known/openid-configuration" ->
          json(
              out,
              "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"token_endpoint\":\"%1$s/token\"}"
                  .formatted(url()));
      case "/keys" -> json(out, "{\"keys\":[" + present.toJson() + "]}");
      case KEY -> json(out, present.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      case ROTATE -> {
        present = fresh();
        json(out, "{}");
      }
      default -> RawServer.write(out, 404, "application/json", "{}");
    }
  }

  private static void json(OutputStream out, String body) throws IOException {
    RawServer.write(out, 200, "application/json", body);
  }

  private static RsaJsonWebKey parsed(String json) {
    try {
      return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(json);
    } catch (JoseException e) {
      throw new IllegalStateException("the issuer gave no key", e);
    }
  }

  private static String ask(String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
