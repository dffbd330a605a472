package gatehouse.consent;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.decide;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.named;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class BadInputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"application\":\"a\",\"purpose\":\"CARE\",\"unknown\":1}",
        "{\"application\":7,\"purpose\":\"CARE\"}",
        "{\"application\":\"a b\",\"purpose\":\"CARE\"}",
        "{\"application\":\"a\",\"purpose\":\"\"}",
        "{\"application\":\"a\",\"purpose\":\"CARE\",\"tier\":\"PROHIBITED\"}",
        "{\"application\":\"a\",\"purpose\":\"CARE\",\"categories\":[\"no spaces\"]}",
        "{\"purpose\":\"CARE\"}"
      })
  void malformedQuestionsAreProblems(String body) {
    as("his", "HIS_SYSTEM")
        .body(body)
        .post("/v1/decisions")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("title", notNullValue())
        .body("action", notNullValue());
  }

  @Test
  void questionAboutNobodyIsAProblem() {
    as("his", "HIS_SYSTEM")
        .body(Map.of("application", "a", "purpose", "CARE"))
        .post("/v1/decisions")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/subject-unnamed"));
    as("his", "HIS_SYSTEM")
        .body(Map.of("application", "a", "purpose", "CARE", "subjectRef", "110101199003070000"))
        .post("/v1/decisions")
        .then()
        .statusCode(422);
  }

  @Test
  void whoNamesTwoPeopleNamesNobody() {
    String reference =
        clerk()
            .body(Map.of("patient", named(fresh("00"))))
            .post("/v1/withdrawals")
            .path("subjectRef");

    as("his", "HIS_SYSTEM")
        .body(
            Map.of(
                "application",
                "a",
                "purpose",
                "CARE",
                "subjectRef",
                reference,
                "patient",
                named(fresh("00"))))
        .post("/v1/decisions")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/subject-unnamed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800"})
  void textThatCannotBeKeptIsRefused(String escape) {
    clerk()
        .body(
            "{\"application\":\"%s\",\"tier\":\"LOW\",\"zh\":\"AI%s\",\"en\":\"AI\"}"
                .formatted(fresh("guide"), escape))
        .post("/v1/notices")
        .then()
        .statusCode(400);
  }

  @Test
  @Clause("E-01")
  void thereIsNoSeventhActivity() {
    Map<String, Object> terms =
        Map.of(
            "purpose",
            "CARE",
            "activities",
            List.of("SELL"),
            "categories",
            List.of("NOTES"),
            "crossBorder",
            false,
            "algorithmClass",
            "LLM");

    as("zhao.applicant", "DEPARTMENT_APPLICANT")
        .body(Map.of("application", fresh("a"), "terms", terms))
        .post("/v1/scopes")
        .then()
        .statusCode(400);
  }

  @Test
  @Clause("E-24")
  void forbiddenPurposeIsAnAnswerNotAnError() {
    decide(fresh("lung"), fresh("00"), Map.of("purpose", "INSURANCE_PRICING"))
        .then()
        .statusCode(200)
        .body("decision", equalTo("DENY"))
        .body("reasons[0].code", equalTo("PURPOSE_FORBIDDEN"));
  }

  @Test
  void strangersAndOtherRolesAreTurnedAway() {
    Map<String, Object> body = Map.of("application", "a", "purpose", "CARE");
    given().contentType(ContentType.JSON).body(body).post("/v1/decisions").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.as("his").roles("HIS_SYSTEM").audience("admission-service").token())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/decisions")
        .then()
        .statusCode(401);
    for (String role : new String[] {"VENDOR", "ADMIN", "PATIENT", "AUDITOR"}) {
      as("somebody", role).body(body).post("/v1/decisions").then().statusCode(403);
    }
    as("admin", "ADMIN")
        .body(Map.of("patient", named(fresh("00"))))
        .post("/v1/withdrawals")
        .then()
        .statusCode(403);
  }

  @Test
  void unknownIdsAreProblems() {
    String nobody = "00000000-0000-7000-8000-000000000000";
    for (String path :
        new String[] {"/v1/scopes/", "/v1/templates/", "/v1/consents/", "/v1/withdrawals/"}) {
      clerk().get(path + nobody).then().statusCode(404).contentType("application/problem+json");
    }
    clerk().get("/v1/texts/" + Hospital.DIGEST).then().statusCode(404);
    clerk().post("/v1/consents/" + nobody + "/refuse").then().statusCode(404);
  }

  @Test
  void repeatedKeyReplaysTheAnswerAndRefusesAnotherBody() {
    String key = fresh("key");
    Map<String, Object> body = Map.of("patient", named(fresh("00")));
    String first = keyed(key, body).then().statusCode(201).extract().path("withdrawalId");

    assertThat(keyed(key, body).<String>path("withdrawalId")).isEqualTo(first);
    keyed(key, Map.of("patient", named(fresh("00"))))
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void pastIsAskedByAuditorsOnlyAndNeverTheFuture() {
    Map<String, Object> question =
        Map.of("application", fresh("a"), "purpose", "CARE", "patient", named(fresh("00")));
    Map<String, Object> past =
        Map.of(
            "question", question, "at", "2026-01-01T00:00:00Z", "knownAt", "2026-01-01T00:00:00Z");
    as("han.auditor", "AUDITOR")
        .body(past)
        .post("/v1/decisions/as-known")
        .then()
        .statusCode(200)
        .body("decision", equalTo("CONSENT_REQUIRED"));
    as("his", "HIS_SYSTEM").body(past).post("/v1/decisions/as-known").then().statusCode(403);
    as("han.auditor", "AUDITOR")
        .body(
            Map.of(
                "question",
                question,
                "at",
                "2999-01-01T00:00:00Z",
                "knownAt",
                "2026-01-01T00:00:00Z"))
        .post("/v1/decisions/as-known")
        .then()
        .statusCode(422);
  }

  private static Response keyed(String key, Map<String, Object> body) {
    return given()
        .auth()
        .oauth2(Tokens.as("wu.clerk").roles("CONSENT_CLERK").token())
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/withdrawals");
  }
}
