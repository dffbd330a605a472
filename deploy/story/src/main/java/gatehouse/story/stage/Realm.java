package gatehouse.story.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tokens of the development realm: people by password, machines by client credentials. The secrets
 * are those of {@code deploy/realm}, good for nothing but one machine's demonstration.
 */
final class Realm {
  private static final int TRIES = 120;
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final String TOKEN_PATH = "/realms/hospital/protocol/openid-connect/token";

  private final Places places;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  Realm(Places places, HttpClient http) {
    this.places = places;
    this.http = http;
  }

  /** A person's access token. */
  String person(String username) {
    return token(
        username,
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "console",
            "username",
            username,
            "password",
            username));
  }

  /** A machine's access token. */
  String machine(String client) {
    return token(
        client,
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            client + "-development-secret"));
  }

  /** Who waits for an issuer in trouble holds up nobody whose token is known. */
  private String token(String who, Map<String, String> form) {
    String known = tokens.get(who);
    if (known != null) {
      return known;
    }
    String fresh = ask(form);
    tokens.put(who, fresh);
    return fresh;
  }

  /** Forgets all tokens, as after a restart of the issuer. */
  void forget() {
    tokens.clear();
  }

  private String ask(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(places.of(Part.KEYCLOAK, TOKEN_PATH))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = answer(request);
      JsonNode token = json.readTree(answer.body()).path("access_token");
      if (answer.statusCode() != 200 || token.isMissingNode()) {
        throw new StoryBroken("no token for " + form.get("client_id") + ": " + answer.body());
      }
      return token.asText();
    } catch (IOException e) {
      throw StoryBroken.away("the realm cannot be reached: is the suite running? " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("interrupted while asking for a token");
    }
  }

  /** Behind a fault of its database the issuer answers for some seconds that it is in trouble. */
  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    for (int tried = 1; tried < TRIES && answer.statusCode() >= 500; tried++) {
      Thread.sleep(BETWEEN);
      answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    return answer;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
