package gatehouse.gateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window between two heartbeats is three seconds here. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class SupervisionTest {
  private static final long PATIENCE = 30_000_000_000L;

  private final String encounter = "E-" + UUID.randomUUID();

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-31")
  void aDeviceWithoutAWatchingPhysicianGetsNoPermit() {
    JsonNode denied = Ward.permit(Ward.ROBOT, encounter);

    assertThat(denied.path("decision").asText()).isEqualTo("DENY");
    assertThat(denied.path("reasons").path(0).path("code").asText())
        .isEqualTo("SUPERVISOR_REQUIRED");
    assertThat(denied.path("clauses").toString()).contains("G-31");
    assertThat(denied.path("obligations").toString()).contains("SUPERVISOR_HEARTBEAT");
    assertThat(denied.path("manualRoute").path("zh").asText()).isNotEmpty();
  }

  @Test
  @Clause("G-31")
  void aWatchedDeviceRunsUntilTheHeartbeatIsLost() {
    String id = start(encounter);
    assertThat(decision(encounter)).isEqualTo("PERMIT");
    assertThat(Ward.permit(Ward.ROBOT, encounter).path("obligations").toString())
        .contains("SUPERVISOR_HEARTBEAT");
    assertThat(beat(Ward.physician(), id).statusCode()).isEqualTo(200);

    awaitDenied(encounter);

    HttpResponse<String> late = beat(Ward.physician(), id);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Ward.json(late).path("type").asText()).isEqualTo("/problems/supervision-over");
    assertThat(decision(encounter)).isEqualTo("DENY");
  }

  @Test
  @Clause("G-31")
  void endingTheWatchEndsTheRun() {
    String id = start(encounter);
    assertThat(decision(encounter)).isEqualTo("PERMIT");

    Ward.post(Ward.physician(), "/v1/supervisions/" + id + "/end", "");

    assertThat(decision(encounter)).isEqualTo("DENY");
  }

  @Test
  @Clause("G-31")
  void watchingOnePatientIsNotWatchingAnother() {
    start(encounter);

    assertThat(decision(encounter + "-other")).isEqualTo("DENY");
  }

  @Test
  @Clause({"G-28", "G-31"})
  void onlyALicensedPhysicianWatchesAndOnlyTheOwn() {
    String unlicensed = Tokens.as("wu.intern").roles("PHYSICIAN").token();
    String id = start(encounter);

    assertThat(Ward.supervise(unlicensed, encounter).statusCode()).isEqualTo(403);
    assertThat(Ward.supervise(Gateway.his(), encounter).statusCode()).isEqualTo(403);
    assertThat(beat(Ward.physician("ma.physician"), id).statusCode()).isEqualTo(409);
    assertThat(beat(Ward.physician(), UUID.randomUUID().toString()).statusCode()).isEqualTo(409);
    assertThat(Ward.post(Ward.physician(), "/v1/supervisions", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void otherApplicationsNeedNoWatch() {
    JsonNode permit = Ward.permit("note-assistant", encounter);

    assertThat(permit.path("decision").asText()).isEqualTo("PERMIT");
    assertThat(permit.path("obligations").toString()).doesNotContain("SUPERVISOR_HEARTBEAT");
  }

  private static String start(String encounter) {
    HttpResponse<String> started = Ward.supervise(Ward.physician(), encounter);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    return Ward.json(started).path("supervisionId").asText();
  }

  private static HttpResponse<String> beat(String token, String id) {
    return Ward.post(token, "/v1/supervisions/" + id + "/heartbeat", "");
  }

  private static String decision(String encounter) {
    return Ward.permit(Ward.ROBOT, encounter).path("decision").asText();
  }

  /** Until this reason is given; a busy machine may deny for another one in between. */
  private static void awaitDenied(String encounter) {
    long deadline = System.nanoTime() + PATIENCE;
    while (!isUnwatched(encounter) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(isUnwatched(encounter)).isTrue();
  }

  private static boolean isUnwatched(String encounter) {
    return Ward.permit(Ward.ROBOT, encounter)
        .path("reasons")
        .toString()
        .contains("SUPERVISOR_REQUIRED");
  }
}
