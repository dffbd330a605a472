package gatehouse.admission.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gatehouse.admission.Bodies;
import gatehouse.admission.Caller;
import gatehouse.admission.StrictTrack;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Topics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody can read on the topic of the stops stops everything until an operator acts. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class UnreadStopTest {
  private static final String TOPIC = "incident.stop.v1";
  private static final long PATIENCE = 30_000_000_000L;

  private final String key = UUID.randomUUID().toString();

  /** No stop may reach beyond its test. */
  @AfterEach
  void giveUp() {
    for (long offset : parked().getList("offset", Long.class)) {
      act("discard", offset);
    }
  }

  @Test
  @Clause("G-51")
  void bytesThatAreNoEventStopEverythingUntilAnOperatorGivesThemUp() {
    StrictTrack.opened("unread-bytes").active();
    assertThat(passes("unread-bytes")).isTrue();

    Topics.publishIllegible(TOPIC, key);

    await("unread-bytes", false);
    Caller.LI.get("/v1/applications/unread-bytes").body("status", equalTo("STOPPED"));
    giveUp();
    assertThat(passes("unread-bytes")).isTrue();
  }

  @Test
  @Clause("G-51")
  void aStopThatIsRefusedToTheEndStopsEverythingAndStillDoesWhenItIsRefusedAgain() {
    StrictTrack.opened("unread-refused").active();
    assertThat(passes("unread-refused")).isTrue();

    // PostgreSQL takes no text with a NUL, so the stop can be read and never be kept.
    Topics.publish(
        TOPIC,
        key,
        "gatehouse.incident.stop.issued.v1",
        """
        {"aggregateId": "%s", "version": 3, "data": {"stopId": "%s", "epoch": 3,
         "scope": {"kind": "APPLICATION", "value": "another\\u0000"}}}\
        """
            .formatted(key, key));

    await("unread-refused", false);
    act("replay", parked().getLong("[0].offset"));
    assertThat(passes("unread-refused")).isFalse();
    giveUp();
    assertThat(passes("unread-refused")).isTrue();
  }

  private static JsonPath parked() {
    return Caller.ADMIN.get("/v1/journal/parked").statusCode(200).extract().jsonPath();
  }

  private static void act(String what, long offset) {
    Caller.ADMIN
        .post(
            "/v1/journal/parked/" + what,
            "{\"topic\": \"%s\", \"partition\": 0, \"offset\": %d}".formatted(TOPIC, offset))
        .statusCode(200);
  }

  private static void await(String code, boolean passes) {
    long end = System.nanoTime() + PATIENCE;
    while (passes(code) != passes && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(passes(code)).isEqualTo(passes);
  }

  private static boolean passes(String code) {
    return Caller.GATEWAY
        .post("/v1/standings", Bodies.standing(code, null, null))
        .statusCode(200)
        .extract()
        .jsonPath()
        .getBoolean("admission.passed");
  }
}
