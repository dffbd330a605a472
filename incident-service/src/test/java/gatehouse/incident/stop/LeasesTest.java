package gatehouse.incident.stop;

import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.HIS;
import static gatehouse.incident.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Leases over HTTP, with the real database behind them. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class LeasesTest {

  @Test
  @Clause("G-51")
  void aFirstLeaseTellsEverythingThatIsStopped() {
    JsonPath stop = stop("lease-1");

    JsonPath lease = firstLease("g-1");

    assertThat(lease.getBoolean("complete")).isTrue();
    assertThat(lease.getLong("ttlMillis")).isEqualTo(1_000);
    assertThat(lease.getLong("version")).isGreaterThanOrEqualTo(stop.getLong("epoch"));
    assertThat(lease.getList("facts.key")).contains(stop.getString("stopId"));
    assertThat(lease.getString("facts.find { it.details.value == 'lease-1' }.details.kind"))
        .isEqualTo("APPLICATION");
  }

  @Test
  @Clause("G-51")
  void aWaitingGatewayHearsOfAStopAtOnce() throws Exception {
    JsonPath first = firstLease("g-2");

    try (ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<JsonPath> next = waiting.submit(() -> renewUntilNews("g-2", first));
      JsonPath stop = stop("lease-2");

      assertThat(next.get().getList("facts.key")).contains(stop.getString("stopId"));
    }
  }

  @Test
  void withoutNewsTheLeaseIsOnlyLengthened() {
    JsonPath first = firstLease("g-3");

    JsonPath next = lease("g-3", first.getString("epoch"), first.getLong("version"));

    assertThat(next.getLong("version")).isEqualTo(first.getLong("version"));
    assertThat(next.getBoolean("complete")).isFalse();
    assertThat(next.getList("facts")).isEmpty();
  }

  @Test
  @Clause("G-51")
  void aStopIsAcceptedThenEnforcedByWhoeverHeldALease() {
    JsonPath enforced = enforcedWhile("g-4");
    // On a busy machine a second may pass between two requests: then it ran out, and is tried anew.
    for (int i = 0; i < 10 && !how(enforced, "g-4").equals("APPLIED"); i++) {
      enforced = enforcedWhile("g-4");
    }

    assertThat(how(enforced, "g-4")).isEqualTo("APPLIED");
    assertThat(enforced.getString("enforcement.enforcedAt")).isNotNull();
    assertThat(enforced.getString("state")).isEqualTo("IN_FORCE");
  }

  private static JsonPath enforcedWhile(String holder) {
    JsonPath first = firstLease(holder);
    JsonPath stop = stop("lease-4-" + first.getLong("version"));
    assertThat(stop.getString("enforcement.state")).isEqualTo("ACCEPTED");
    assertThat(stop.getLong("enforcement.version")).isEqualTo(stop.getLong("epoch"));
    return awaitEnforced(stop.getString("stopId"), holder, renewUntilNews(holder, first));
  }

  private static String how(JsonPath stop, String holder) {
    return stop.getString("enforcement.gateways.find { it.gateway == '" + holder + "' }.how");
  }

  @Test
  @Clause("G-51")
  void aGatewayThatFallsSilentIsOutWhenItsLeaseIs() {
    firstLease("g-5");
    JsonPath stop = stop("lease-5");

    JsonPath enforced = awaitEnforced(stop.getString("stopId"), null, stop);

    assertThat(how(enforced, "g-5")).isEqualTo("RAN_OUT");
  }

  @Test
  void aLeaseOfAnotherEpochStartsAnew() {
    firstLease("g-6");

    JsonPath lease = lease("g-6", "00000000-0000-7000-8000-000000000000", 3L);

    assertThat(lease.getBoolean("complete")).isTrue();
  }

  @Test
  void onlyGatewaysAreLentTo() {
    as(HIS).body(Map.of("holder", "h")).post("/v1/leases").then().statusCode(403);
    as(GATEWAY).body(Map.of("holder", "a b")).post("/v1/leases").then().statusCode(400);
    as(GATEWAY)
        .body(Map.of("holder", "h", "applied", -1))
        .post("/v1/leases")
        .then()
        .statusCode(400);
  }

  private static JsonPath firstLease(String holder) {
    return lease(holder, null, null);
  }

  /** The instance may still be waiting for its lock when the first test begins. */
  private static JsonPath lease(String holder, @Nullable String epoch, @Nullable Long applied) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("holder", holder);
    if (epoch != null && applied != null) {
      body.put("epoch", epoch);
      body.put("applied", applied);
    }
    long deadline = System.nanoTime() + 20_000_000_000L;
    int status = 503;
    JsonPath answer = new JsonPath("{}");
    while (status == 503 && System.nanoTime() < deadline) {
      var response = as(GATEWAY).body(body).post("/v1/leases");
      status = response.statusCode();
      answer = response.jsonPath();
    }
    assertThat(status).isEqualTo(200);
    return answer;
  }

  private static JsonPath renewUntilNews(String holder, JsonPath held) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    JsonPath next = lease(holder, held.getString("epoch"), held.getLong("version"));
    while (next.getLong("version") == held.getLong("version") && System.nanoTime() < deadline) {
      next = lease(holder, held.getString("epoch"), held.getLong("version"));
    }
    return next;
  }

  private static JsonPath awaitEnforced(String stopId, @Nullable String holder, JsonPath lease) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    JsonPath stop = as(DUTY).get("/v1/stops/" + stopId).jsonPath();
    while (!"ENFORCED".equals(stop.getString("enforcement.state"))
        && System.nanoTime() < deadline) {
      if (holder != null) {
        lease(holder, lease.getString("epoch"), lease.getLong("version"));
      }
      stop = as(DUTY).get("/v1/stops/" + stopId).jsonPath();
    }
    assertThat(stop.getString("enforcement.state")).isEqualTo("ENFORCED");
    return stop;
  }

  private static JsonPath stop(String application) {
    return as(DUTY)
        .body(
            Map.of(
                "scope",
                Map.of("kind", "APPLICATION", "value", application),
                "reasonCode",
                "HALLUCINATION"))
        .post("/v1/stops")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }
}
