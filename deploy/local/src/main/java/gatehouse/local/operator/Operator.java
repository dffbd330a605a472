package gatehouse.local.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The development realm's administrator, who looks after what is parked. */
public final class Operator implements AutoCloseable {
  private static final String PARKED = "/v1/journal/parked";

  /** Replaying takes up all events of a key, each with its effect. */
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

  private final SignedIn admin;

  /**
   * Signs in.
   *
   * @param issuer address of the realm
   * @throws NoAnswerException if the realm gives no token
   */
  public Operator(String issuer) {
    admin = new SignedIn(issuer, "admin");
  }

  /** What is parked at the service of that address, the oldest first; 1,000 at most. */
  public List<ParkedEvent> parked(String service) {
    List<ParkedEvent> found = new ArrayList<>();
    for (JsonNode one : admin.get(service, PARKED + "?limit=1000")) {
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
    Map<String, ?> place =
        Map.of(
            "topic", event.topic(),
            "partition", event.partition(),
            "offset", event.offset());
    HttpResponse<String> answer = admin.post(service, PARKED + "/replay", place, LONG_PATIENCE);
    if (answer.statusCode() == 404) {
      return new Replayed.Gone();
    }
    JsonNode outcome = admin.expect(200, answer);
    int taken = outcome.path("taken").asInt();
    return outcome.path("outcome").asText().equals("FREED")
        ? new Replayed.Freed(taken)
        : new Replayed.RefusedAgain(taken, outcome.path("reason").asText());
  }

  @Override
  public void close() {
    admin.close();
  }
}
