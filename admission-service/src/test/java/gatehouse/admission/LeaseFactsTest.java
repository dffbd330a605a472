package gatehouse.admission;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What gateways are told while an application walks along the strict track, and what ends calls.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class LeaseFactsTest {
  private static final long PATIENCE = 20_000_000_000L;

  @Test
  @Clause({"G-02", "E-11"})
  void onlyARunningPilotAndItsEndAreNewsOfACase() {
    StrictTrack track = StrictTrack.opened("lease-facts");
    JsonPath before = lease("{\"holder\":\"g-1\"}");

    track.certified().evidenced().completed();
    List<Map<String, Object>> collecting = factsSince(before);
    track.piloted();
    List<Map<String, Object>> piloted = factsSince(before);
    track.seated().round();
    List<Map<String, Object>> voting = factsSince(before);

    assertThat(collecting).isEmpty();
    // Started, one case run, finished: only the end ends what runs.
    assertThat(piloted)
        .extracting(fact -> fact.get("about"))
        .containsExactly("APPLICATION_CHANGED", "APPLICATION_CHANGED", "APPLICATION");
    assertThat(voting).isEqualTo(piloted);
  }

  @Test
  @Clause({"G-02", "E-11"})
  void aVersionThatIsLeftEndsWhatRunsUnderIt() {
    ChangedVersion change = ChangedVersion.active("lease-change");
    String id = change.opened(change.ground().next("lease-change v2"), "NO");
    JsonPath before = lease("{\"holder\":\"g-1\"}");

    Caller.ZHANG.post(id + "/reviews", ChangedVersion.approve("MED_ENGINEERING")).statusCode(200);
    List<Map<String, Object>> underReview = factsSince(before);
    Caller.CHEN.post(id + "/reviews", ChangedVersion.approve("INFO_CENTRE")).statusCode(200);
    List<Map<String, Object>> followed = factsSince(before);

    assertThat(underReview).isEmpty();
    assertThat(followed).extracting(fact -> fact.get("about")).containsExactly("APPLICATION");
  }

  /** All that was told since, whichever application it is about: this test is alone. */
  private static List<Map<String, Object>> factsSince(JsonPath held) {
    return lease(
            "{\"holder\":\"g-1\",\"epoch\":\"%s\",\"applied\":%d}"
                .formatted(held.getString("epoch"), held.getLong("version")))
        .getList("facts");
  }

  private static JsonPath lease(String body) {
    long deadline = System.nanoTime() + PATIENCE;
    ValidatableResponse answer = Caller.GATEWAY.post("/v1/leases", body);
    while (answer.extract().statusCode() == 503 && System.nanoTime() < deadline) {
      answer = Caller.GATEWAY.post("/v1/leases", body);
    }
    return answer.statusCode(200).extract().jsonPath();
  }
}
