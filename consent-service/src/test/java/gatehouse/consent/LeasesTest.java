package gatehouse.consent;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.named;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What gateways are told of patients, and when a withdrawal holds at each of them. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class LeasesTest {

  private static final String HOLDER = "g-1";

  @Test
  @Clause({"E-39", "E-40"})
  void aWithdrawalIsAcceptedThenToldThenEnforced() {
    JsonPath first = lease(Map.of("holder", HOLDER));
    JsonPath said = withdraw(fresh("00"));
    assertThat(said.getString("enforcement.state")).isEqualTo("ACCEPTED");

    JsonPath told = renew(first);
    while (told.getLong("version") < said.getLong("enforcement.version")) {
      told = renew(told);
    }
    JsonPath stands = read(said);
    while (stands.getString("enforcement.state").equals("ACCEPTED")) {
      told = renew(told);
      stands = read(said);
    }

    assertThat(stands.getString("enforcement.state")).isEqualTo("ENFORCED");
    // APPLIED, or RAN_OUT where a busy machine let a second pass between two of its requests.
    assertThat(stands.getList("enforcement.gateways.gateway")).contains(HOLDER);
  }

  @Test
  @Clause("E-39")
  void theFactNamesTheReferenceAndNothingElse() {
    JsonPath first = lease(Map.of("holder", HOLDER));
    String number = fresh("00");
    JsonPath said = withdraw(number);

    JsonPath told = renew(first);
    while (!told.getList("facts.key").contains(said.getString("subjectRef"))
        && told.getLong("version") < said.getLong("enforcement.version")) {
      told = renew(told);
    }

    assertThat(told.getList("facts.key")).contains(said.getString("subjectRef"));
    assertThat(told.getList("facts.about")).contains("SUBJECT");
    assertThat(told.prettify()).doesNotContain(number);
  }

  @Test
  void aRepeatedRequestTellsTheSameVersion() {
    String key = fresh("key");
    Map<String, Object> body = Map.of("patient", named(fresh("00")));

    long first = withdrawWith(key, body).getLong("enforcement.version");
    long again = withdrawWith(key, body).getLong("enforcement.version");

    assertThat(first).isPositive();
    assertThat(again).isEqualTo(first);
  }

  private static JsonPath withdraw(String number) {
    return clerk()
        .body(Map.of("patient", named(number)))
        .post("/v1/withdrawals")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static JsonPath withdrawWith(String key, Map<String, Object> body) {
    return given()
        .auth()
        .oauth2(Tokens.as("wu.clerk").roles("CONSENT_CLERK").token())
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/withdrawals")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static JsonPath read(JsonPath withdrawal) {
    return clerk().get("/v1/withdrawals/" + withdrawal.getString("withdrawalId")).jsonPath();
  }

  private static JsonPath renew(JsonPath held) {
    return lease(
        Map.of(
            "holder",
            HOLDER,
            "epoch",
            held.getString("epoch"),
            "applied",
            held.getLong("version")));
  }

  private static JsonPath lease(Map<String, Object> body) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    int status = 503;
    JsonPath answer = new JsonPath("{}");
    while (status == 503 && System.nanoTime() < deadline) {
      var response = as("gateway", "GATEWAY_SYSTEM").body(body).post("/v1/leases");
      status = response.statusCode();
      answer = response.jsonPath();
    }
    assertThat(status).isEqualTo(200);
    return answer;
  }
}
