package gatehouse.admission.stop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.UUID;

/** A stop as incident-service tells it, brought to the listener as the journal does. */
public record HeardStop(String id, Receiver listener) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static HeardStop by(Instance<Receiver> receivers) {
    return new HeardStop(
        UUID.randomUUID().toString(),
        receivers.stream()
            .filter(receiver -> receiver.topic().equals("incident.stop.v1"))
            .findFirst()
            .orElseThrow());
  }

  /** Another stop. */
  public HeardStop next() {
    return new HeardStop(UUID.randomUUID().toString(), listener);
  }

  public void issued(String kind, String value) {
    hear(
        "issued",
        """
        {"stopId": "%s", "epoch": 1, "scope": {"kind": "%s", "value": "%s"}}
        """
            .formatted(id, kind, value));
  }

  /** A stop that says no more than which kind it is. */
  public void issuedGarbled(String kind) {
    hear(
        "issued",
        """
        {"stopId": "%s", "scope": {"kind": "%s"}}
        """
            .formatted(id, kind));
  }

  public void lifted() {
    hear(
        "lifted",
        """
        {"stopId": "%s", "epoch": 9}
        """
            .formatted(id));
  }

  private void hear(String what, String data) {
    ReceivedEvent event =
        new ReceivedEvent(
            UUID.randomUUID(),
            "gatehouse.incident.stop." + what + ".v1",
            id,
            Instant.now(),
            1,
            tree(data),
            tree("{}"));
    QuarkusTransaction.requiringNew().run(() -> listener.receive(event));
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
