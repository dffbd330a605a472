package gatehouse.incident.restart.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.clauses.Clause;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.incident.Broker;
import gatehouse.incident.MemoryPorts;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.stop.Stop;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("G-55")
class PanelDecisionReceiverTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DECIDED = "gatehouse.admission.recovery.decided.v1";

  private final MemoryPorts.Decisions decisions = new MemoryPorts.Decisions();
  private final PanelDecisionReceiver receiver = new PanelDecisionReceiver(decisions, JSON);
  private final JsonNode promised = promised();

  @Test
  void admissionsOwnExampleIsUnderstood() {
    receive(DECIDED, promised.path("data"));

    JsonNode data = promised.path("data");
    assertThat(kept())
        .satisfies(decision -> {
          assertThat(decision.caseId()).hasToString(promised.path("aggregateId").asText());
          assertThat(decision.round()).hasToString(data.path("roundId").asText());
          assertThat(decision.approved()).isEqualTo(data.path("approved").asBoolean());
          assertThat(decision.digests()).containsExactly(data.at("/restarts/0/digest").asText());
          assertThat(decision.reports().suite()).isEqualTo(data.path("suiteReport").asText());
          assertThat(decision.reports().clinical()).isEqualTo(data.path("clinicalReport").asText());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"roundId", "stopId", "approved", "restarts", "suiteReport", "clinicalReport"})
  void whatLacksAPartIsRefusedAndAgreesToNothing(String part) {
    JsonNode data = promised.path("data").deepCopy();
    ((ObjectNode) data).remove(part);

    assertThatIllegalArgumentException().isThrownBy(() -> receive(DECIDED, data));

    assertThat(decisions.on(stop())).isEmpty();
  }

  @Test
  void otherNewsOfCasesIsNoDecision() {
    receive("gatehouse.admission.recovery.round-opened.v1", promised.path("data"));
    receive("gatehouse.admission.case.admission-granted.v1", promised.path("data"));

    assertThat(decisions.on(stop())).isEmpty();
  }

  private PanelDecision kept() {
    return decisions.on(stop()).getFirst();
  }

  private Stop.Id stop() {
    return new Stop.Id(UUID.fromString(promised.at("/data/stopId").asText()));
  }

  private void receive(String type, JsonNode data) {
    receiver.receive(
        new ReceivedEvent(
            UUID.randomUUID(),
            type,
            promised.path("aggregateId").asText(),
            Instant.parse("2026-03-02T01:05:00Z"),
            1,
            data,
            promised));
  }

  private static JsonNode promised() {
    try {
      return JSON.readTree(Broker.example("admission-service", "recovery-decided"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
