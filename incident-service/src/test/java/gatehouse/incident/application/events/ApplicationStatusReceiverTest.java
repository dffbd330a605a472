package gatehouse.incident.application.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.incident.MemoryPorts;
import gatehouse.incident.application.FailoverPlan.Mode;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.application.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApplicationStatusReceiverTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "gatehouse.admission.application.status-changed.v1";

  private final MemoryPorts.Applications copy = new MemoryPorts.Applications();
  private final ApplicationStatusReceiver receiver = new ApplicationStatusReceiver(copy);

  @Test
  void newsOfAnApplicationIsKept() {
    receive(
        TYPE,
        3,
        """
        {"applicationId":"a-1","application":"lung-nodule","status":"ACTIVE","tier":"HIGH",
         "digest":"sha256:1","product":"p-1","version":"1.0","vendor":"v-1",
         "department":"RADIOLOGY","scenario":"s-1","egress":"DEIDENTIFIED","patientData":"REQUIRED",
         "failover":{"mode":"BACKUP","backup":"spare","manualRoute":{"zh":"人工阅片","en":"read"}},
         "certificateValidTo":"2030-01-01","conditions":[]}\
        """);

    KnownApplication known = copy.withCode("LUNG-NODULE").orElseThrow();
    assertThat(known.tier()).isEqualTo(Tier.HIGH);
    assertThat(known.failover().mode()).isEqualTo(Mode.BACKUP);
    assertThat(known.isActive()).isTrue();
  }

  @Test
  void admissionsOwnExampleIsUnderstood() throws IOException {
    JsonNode promised =
        JSON.readTree(
            Files.readString(
                Path.of(
                    "../admission-service/contracts/events/application-status-changed.v1.example.json")));

    receive(TYPE, promised.path("version").asLong(), promised.path("data").toString());

    KnownApplication known = copy.all().getFirst();
    assertThat(known.code()).isEqualTo(promised.at("/data/application").asText());
    assertThat(known.tier()).isNotNull();
    assertThat(known.digest()).isEqualTo(promised.at("/data/digest").asText());
    assertThat(known.department()).isEqualTo(promised.at("/data/department").asText());
    assertThat(known.vendor()).isEqualTo(promised.at("/data/vendor").asText());
    assertThat(known.product()).isEqualTo(promised.at("/data/product").asText());
    assertThat(known.failover().manualRoute())
        .isEqualTo(
            new ManualRoute(
                promised.at("/data/failover/manualRoute/zh").asText(),
                promised.at("/data/failover/manualRoute/en").asText()));
  }

  @Test
  void olderNewsNeverOverwritesNewer() {
    receive(TYPE, 4, status("SUSPENDED"));
    receive(TYPE, 3, status("ACTIVE"));

    assertThat(copy.withCode("lung-nodule").orElseThrow().status()).isEqualTo("SUSPENDED");
  }

  @Test
  void whatIsNotUnderstoodIsTakenForDangerous() {
    receive(TYPE, 1, status("ACTIVE"));

    KnownApplication known = copy.withCode("lung-nodule").orElseThrow();
    assertThat(known.isHighOrUnknown()).isTrue();
    assertThat(known.failover().mode()).isEqualTo(Mode.MANUAL);
    assertThat(known.failover().manualRoute()).isNull();
  }

  @Test
  void otherEventsOfTheTopicAreIgnored() {
    receive("gatehouse.admission.application.renamed.v1", 1, status("ACTIVE"));

    assertThat(copy.all()).isEmpty();
  }

  @Test
  void newsOfNothingIsRefusedSoThatItIsParked() {
    assertThatThrownBy(() -> receive(TYPE, 1, "{\"status\":\"ACTIVE\"}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(copy.all()).isEmpty();
  }

  private static String status(String status) {
    return """
    {"applicationId":"a-1","application":"lung-nodule","status":"%s","tier":"VERY_HIGH",
     "failover":{"mode":"BACKUP","manualRoute":{"zh":"人工"}}}\
    """
        .formatted(status);
  }

  private void receive(String type, long version, String data) {
    JsonNode node = read(data);
    receiver.receive(
        new ReceivedEvent(new UUID(1, version), type, "a-1", Instant.EPOCH, version, node, node));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
