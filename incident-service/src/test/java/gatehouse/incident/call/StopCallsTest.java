package gatehouse.incident.call;

import static gatehouse.incident.People.AUDITOR;
import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.NURSE;
import static gatehouse.incident.People.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.rules.Contracts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A gateway that renews its lease and applies nothing keeps a stop from being confirmed. */
@QuarkusTest
@TestProfile(StopCallsTest.Impatient.class)
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class StopCallsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = 40_000_000_000L;

  private final String stuck = "stuck-" + UUID.randomUUID();
  private volatile boolean appliesNothing = true;

  /** Seconds where a hospital has minutes. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          // On a busy machine seconds may pass between two renewals.
          "gatehouse.lease.ttl", "PT5S",
          "gatehouse.lease.unconfirmed", "PT4S",
          "incident.stop.call-tree", "DUTY_MANAGER,SEAT_INFO_CENTRE",
          "incident.stop.call-every", "PT10S",
          "incident.stop.call-look", "PT0.2S");
    }
  }

  @Test
  @Clause("G-51")
  void theGatewayThatIsMissingIsNamedAndPeopleAreCalledInTheirOrder() throws Exception {
    JsonPath first = lease(null);
    try (ExecutorService gateway = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> renewing = gateway.submit(() -> renew(first));
      String stop = stop();
      try {
        await(() -> calls(stop).size() == 2);
        await(() -> awaited(stop).contains(stuck));
        isUnconfirmed(stop);
      } finally {
        appliesNothing = false;
      }
      renewing.get();
      await(() -> state(stop).equals("ENFORCED"));
      await(() -> unconfirmedMeter() == 0);
      assertThat(told(stop).getString("warning")).isNull();
      assertThat(calls(stop)).hasSize(2);
    }
  }

  private void isUnconfirmed(String stop) throws IOException {
    JsonPath told = told(stop);
    assertThat(told.getString("state")).isEqualTo("IN_FORCE");
    assertThat(told.getString("enforcement.state")).isEqualTo("UNCONFIRMED");
    assertThat(told.getString("warning.code")).isEqualTo("STOP_UNCONFIRMED");
    assertThat(told.getString("warning.text")).contains("人工断开");
    String until =
        told.getString("enforcement.awaited.find { it.gateway == '" + stuck + "' }.leaseUntil");
    assertThat(Instant.parse(until)).isAfter(Instant.parse(told.getString("issuedAt")));
    List<Map<String, Object>> calls = calls(stop);
    assertThat(calls)
        .extracting(call -> call.get("role"))
        .containsExactly("SEAT_INFO_CENTRE", "DUTY_MANAGER");
    assertThat(unconfirmedMeter()).isPositive();
    assertThat(escalations(stop)).isEqualTo(2);
  }

  @Test
  void theAlertLooksAtWhatIsCountedAndNotEverybodyReadsTheCalls() throws IOException {
    String rules = Files.readString(Path.of("../deploy/grafana/incident-alerts.yaml"));

    assertThat(rules).contains("expr: incident_stop_unconfirmed > 0");
    assertThat(unconfirmedMeter()).isNotNegative();
    as(NURSE).get("/v1/stop-calls").then().statusCode(403);
    as(DUTY).get("/v1/stop-calls?limit=0").then().statusCode(400);
  }

  /** As long as it is told, on the version of the beginning. */
  private void renew(JsonPath first) {
    JsonPath held = first;
    while (appliesNothing) {
      lease(first);
    }
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline && held.getLong("version") == first.getLong("version")) {
      held = lease(held);
    }
    lease(held);
  }

  /** The instance may still be waiting for its lock when the test begins. */
  private JsonPath lease(@Nullable JsonPath held) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("holder", stuck));
    if (held != null) {
      body.put("epoch", held.getString("epoch"));
      body.put("applied", held.getLong("version"));
    }
    long deadline = System.nanoTime() + PATIENCE;
    Response answer = as(GATEWAY).body(body).post("/v1/leases");
    while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
      answer = as(GATEWAY).body(body).post("/v1/leases");
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static String stop() {
    return as(DUTY)
        .body(
            Map.of(
                "scope",
                Map.of("kind", "APPLICATION", "value", "unconfirmed"),
                "reasonCode",
                "HALLUCINATION"))
        .post("/v1/stops")
        .then()
        .statusCode(201)
        .extract()
        .path("stopId");
  }

  private static JsonPath told(String stop) {
    return as(DUTY).get("/v1/stops/" + stop).then().statusCode(200).extract().jsonPath();
  }

  private static String state(String stop) {
    return told(stop).getString("enforcement.state");
  }

  private static List<String> awaited(String stop) {
    return told(stop).getList("enforcement.awaited.gateway", String.class);
  }

  private static List<Map<String, Object>> calls(String stop) {
    return as(DUTY)
        .get("/v1/stop-calls?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("findAll { it.stopId == '" + stop + "' }");
  }

  private static double unconfirmedMeter() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("incident_stop_unconfirmed "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }

  /** Of this stop in the journal, each held against its schema. */
  private static long escalations(String stop) throws IOException {
    long deadline = System.nanoTime() + PATIENCE;
    long after = 0;
    long found = 0;
    while (found < 2 && System.nanoTime() < deadline) {
      String answer =
          as(AUDITOR)
              .get("/v1/journal?limit=1000&after=" + after)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      JsonNode page = JSON.readTree(answer);
      for (JsonNode entry : page.path("entries")) {
        if (entry.path("type").asText().equals("gatehouse.incident.stop.escalated.v1")
            && entry.path("subject").asText().equals(stop)) {
          Contracts.assertEventIs("stop-escalated", value(entry));
          found++;
        }
      }
      after = page.path("next").asLong(after);
    }
    return found;
  }

  private static String value(JsonNode entry) {
    ObjectNode value = JSON.createObjectNode();
    value.set("aggregateId", entry.path("subject"));
    for (String field :
        List.of("version", "occurredAt", "recordedAt", "actor", "clauses", "data")) {
      value.set(field, entry.path(field));
    }
    return value.toString();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
