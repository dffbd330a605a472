package gatehouse.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Skill tests without AI, over HTTP and with the real table. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
@Clause("G-60")
class AssessmentTest {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void onlyATestTakenWithoutAiCounts() {
    window("lin.resident", now, now.plusSeconds(600));

    result("lin.resident", "SUTURE", Instant.now(), 80, true).statusCode(201);
    isNotWithoutAi(result("lin.resident", "SUTURE", now.minusSeconds(60), 80, true));
    isNotWithoutAi(result("other.resident", "SUTURE", Instant.now(), 80, true));
  }

  @Test
  void aWindowCountsFromWhenItWasRegistered() {
    window("wu.resident", now.minusSeconds(7200), now.plusSeconds(600));

    isNotWithoutAi(result("wu.resident", "SUTURE", now.minusSeconds(3600), 80, true));
    result("wu.resident", "SUTURE", Instant.now(), 80, true).statusCode(201);
  }

  @Test
  void aWindowThatIsOverKeepsNobodyFromAnything() {
    opened("wu.resident", now.minusSeconds(7200), now.minusSeconds(3600))
        .statusCode(422)
        .body("reasons.code", hasItem("DEADLINE_PAST"));
    opened("wu.resident", now.plusSeconds(7200), now.plusSeconds(3600))
        .statusCode(422)
        .body("reasons.code", hasItem("ENDS_BEFORE_IT_BEGINS"));
  }

  @Test
  void aTestThatIsStillToComeHasNoResult() {
    window("ma.resident", now, now.plusSeconds(7200));

    isNotWithoutAi(result("ma.resident", "SUTURE", now.plusSeconds(3600), 80, true));
  }

  @Test
  void oneTestHasOneResult() {
    window("he.resident", now, now.plusSeconds(600));
    Instant taken = Instant.now();
    result("he.resident", "SUTURE", taken, 80, true).statusCode(201);

    result("he.resident", "SUTURE", taken, 95, true)
        .statusCode(409)
        .body("reasons.code", hasItem("ALREADY_REGISTERED"));
  }

  @Test
  void whoGotWorseIsReportedToThoseWhoTeachAndToNobodyElse() {
    window("gao.resident", now, now.plusSeconds(600));
    result("gao.resident", "CHEST_FILM", Instant.now(), 90, true).statusCode(201);
    result("gao.resident", "CHEST_FILM", Instant.now(), 62, true).statusCode(201);

    Caller.FENG
        .get("/v1/assessment-results/decay?skill=CHEST_FILM")
        .statusCode(200)
        .body("examined", equalTo(1))
        .body("repeated", equalTo(1))
        .body("declines", hasSize(1))
        .body("declines[0].user", equalTo("gao.resident"))
        .body("declines[0].best.points", equalTo(90))
        .body("declines[0].last.points", equalTo(62));
    Caller.QIAN.get("/v1/assessment-results/decay?skill=CHEST_FILM").statusCode(403);
  }

  @Test
  @Clause("G-59")
  void aCompetenceIsForAProductThatIsThereAndStillHolds() {
    Ground.prepared("trained-product", false);

    competence("trained-product", "2999-01-01").statusCode(201);
    competence("trained-prodct", "2999-01-01")
        .statusCode(404)
        .body("reasons.code", hasItem("PRODUCT_UNKNOWN"));
    competence("trained-product", "2020-01-01")
        .statusCode(422)
        .body("reasons.code", hasItem("DEADLINE_PAST"));
  }

  @Test
  void pointsBeyondAHundredAndNoPointsAreRefused() {
    String body =
        Caller.FENG
            .post(
                "/v1/assessment-results",
                "{\"user\": \"x\", \"skill\": \"SUTURE\", \"takenAt\": \"%s\", \"passed\": true}"
                    .formatted(now))
            .statusCode(400)
            .extract()
            .asString();

    assertThat(body).contains("points");
    result("x", "SUTURE", now, 101, true).statusCode(400);
    result("x", "张三的缝合", now, 80, true).statusCode(400);
  }

  private static void isNotWithoutAi(ValidatableResponse answer) {
    answer.statusCode(422).body("reasons.code", hasItem("NOT_WITHOUT_AI"));
  }

  private static ValidatableResponse competence(String product, String validUntil) {
    return Caller.FENG.post(
        "/v1/competences",
        "{\"user\": \"x\", \"product\": \"%s\", \"validUntil\": \"%s\"}"
            .formatted(product, validUntil));
  }

  private static void window(String user, Instant from, Instant to) {
    opened(user, from, to).statusCode(201);
  }

  private static ValidatableResponse opened(String user, Instant from, Instant to) {
    return Caller.FENG.post(
        "/v1/assessment-windows",
        "{\"user\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(user, from, to));
  }

  private static ValidatableResponse result(
      String user, String skill, Instant takenAt, int points, boolean passed) {
    return Caller.FENG.post(
        "/v1/assessment-results",
        "{\"user\": \"%s\", \"skill\": \"%s\", \"takenAt\": \"%s\", \"points\": %d, \"passed\": %b}"
            .formatted(user, skill, takenAt, points, passed));
  }
}
