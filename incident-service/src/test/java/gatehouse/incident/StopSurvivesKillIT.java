package gatehouse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged service, without Kafka, killed after the answer to a stop and started again. */
class StopSurvivesKillIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @Clause("G-51")
  void stopIsInForceAfterKillAndRestart() throws Exception {
    Parts parts = new Parts();
    parts.init(Map.of("database", "incident", "kafka", "false"));
    Map<String, String> environment = parts.start();

    JsonNode before;
    String stop;
    try (RunningService service = RunningService.start(environment)) {
      service.get("/v1/stops", People.GATEWAY.token());
      stop =
          JSON.readTree(
                  service
                      .post(
                          "/v1/stops",
                          People.DUTY.token(),
                          "{\"scope\":{\"kind\":\"ALL\"},\"reasonCode\":\"SECURITY\"}")
                      .body())
              .path("stopId")
              .asText();
      before = JSON.readTree(service.get("/v1/stops", People.GATEWAY.token()).body());
      service.kill();
    }

    try (RunningService service = RunningService.start(environment)) {
      JsonNode after = JSON.readTree(service.get("/v1/stops", People.GATEWAY.token()).body());
      assertThat(after).isEqualTo(before);
      assertThat(after.path("inForce").findValuesAsText("stopId")).contains(stop);
      assertThat(
              service.post("/v1/stops/" + stop + "/lift", People.AFFAIRS.token(), "").statusCode())
          .isEqualTo(409);
    }
  }
}
