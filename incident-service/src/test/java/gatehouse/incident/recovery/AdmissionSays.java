package gatehouse.incident.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.incident.Broker;
import gatehouse.incident.restart.PanelDecision.Reports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/** Tells the running service what admission decided, as its receiver is told by the journal. */
public final class AdmissionSays {
  private static final ObjectMapper JSON = new ObjectMapper();
  public static final String TOPIC = "admission.case.v1";
  public static final String DECIDED = "gatehouse.admission.recovery.decided.v1";

  private final Receiver receiver;

  AdmissionSays(Instance<Receiver> receivers) {
    this.receiver =
        receivers.stream().filter(each -> each.topic().equals(TOPIC)).findFirst().orElseThrow();
  }

  /** Admission's own example of a decision, on that stop and those reports. */
  public static JsonNode decided(String stop, Reports reports, boolean approved) {
    try {
      JsonNode example = JSON.readTree(Broker.example("admission-service", "recovery-decided"));
      ((ObjectNode) example).put("aggregateId", UUID.randomUUID().toString());
      ((ObjectNode) example.path("data"))
          .put("stopId", stop)
          .put("approved", approved)
          .put("suiteReport", reports.suite())
          .put("clinicalReport", reports.clinical());
      return example;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void says(JsonNode decided) {
    ReceivedEvent event =
        new ReceivedEvent(
            UUID.randomUUID(),
            DECIDED,
            decided.path("aggregateId").asText(),
            Instant.parse("2026-03-02T01:05:00Z"),
            decided.path("version").asLong(),
            decided.path("data"),
            decided.path("actor"));
    QuarkusTransaction.requiringNew().run(() -> receiver.receive(event));
  }
}
