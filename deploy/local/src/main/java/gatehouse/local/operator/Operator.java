package gatehouse.local.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The development realm's administrator at one service. The password is that of {@code
 * deploy/realm}, good for nothing but this machine's demonstration.
 */
public final class Operator implements AutoCloseable {
  private static final String FORM =
      "grant_type=password&client_id=console&username=admin&password=admin";
  private static final String PARKED = "/v1/journal/parked";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Replaying takes up all events of a key, each with its effect. */
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String token;

  /**
   * Signs in.
   *
   * @param issuer address of the realm
   * @throws NoAnswerException if the realm gives no token
   */
  public Operator(String issuer) {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(FORM))
            .build();
    JsonNode answer = read(expect(200, send(ask)));
    token = answer.path("access_token").asText();
  }

  /** What is parked at the service of that address, the oldest first; 1,000 at most. */
  public List<ParkedEvent> parked(String service) {
    HttpResponse<String> answer = send(request(service, PARKED + "?limit=1000", PATIENCE).build());
    List<ParkedEvent> found = new ArrayList<>();
    for (JsonNode one : read(expect(200, answer))) {
      found.add(
          new ParkedEvent(
              one.path("topic").asText(),
              one.path("partition").asInt(),
              one.path("offset").asLong(),
              one.path("reason").asText(),
              one.path("parkedAt").asText()));
    }
    return found;
  }

  /** Takes up the event and all of its key again. */
  public Replayed replay(String service, ParkedEvent event) {
    String place =
        json.valueToTree(
                Map.of(
                    "topic", event.topic(),
                    "partition", event.partition(),
                    "offset", event.offset()))
            .toString();
    HttpResponse<String> answer =
        send(
            request(service, PARKED + "/replay", LONG_PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(place))
                .build());
    if (answer.statusCode() == 404) {
      return new Replayed.Gone();
    }
    JsonNode outcome = read(expect(200, answer));
    int taken = outcome.path("taken").asInt();
    return outcome.path("outcome").asText().equals("FREED")
        ? new Replayed.Freed(taken)
        : new Replayed.RefusedAgain(taken, outcome.path("reason").asText());
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String service, String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException _) {
      throw new NoAnswerException(
          "Nobody answers at " + request.uri().getAuthority() + ". Next: ./suite status");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("Interrupted; what was replayed stays replayed.");
    }
  }

  private static String expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new NoAnswerException(
          "%s answered %d to %s. Next: ./suite status, and the service's log under .run/logs"
              .formatted(answer.uri().getAuthority(), answer.statusCode(), answer.uri().getPath()));
    }
    return answer.body();
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (IOException _) {
      throw new NoAnswerException("An answer is no JSON. Next: ./suite status");
    }
  }
}
