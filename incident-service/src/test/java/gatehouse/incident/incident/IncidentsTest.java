package gatehouse.incident.incident;

import static gatehouse.incident.People.ADMIN;
import static gatehouse.incident.People.AFFAIRS;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.HIS;
import static gatehouse.incident.People.NURSE;
import static gatehouse.incident.People.VENDOR;
import static gatehouse.incident.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class IncidentsTest {
  private static final String LEAST = "{\"category\":\"HALLUCINATION\",\"narrative\":\"凭空出现一个结节\"}";

  @Test
  @Clause({"G-46", "G-48"})
  void hallucinationWithoutHarmIsTaken() {
    report(NURSE, LEAST)
        .statusCode(201)
        .header("Location", startsWith("http"))
        .body("level", equalTo("IV"))
        .body("state", equalTo("REPORTED"))
        .body("dueAt", notNullValue());
    report(NURSE, LEAST.replace("}", ",\"harm\":\"NONE\",\"level\":\"I\"}"))
        .statusCode(201)
        .body("harm", equalTo("NONE"));
  }

  @Test
  void everybodyOnDutyReportsAndOthersDoNot() {
    for (Tokens person : List.of(NURSE, HIS, GATEWAY, Tokens.as("x").roles("CONSENT_CLERK"))) {
      report(person, LEAST).statusCode(201);
    }
    for (Tokens person : List.of(VENDOR, ADMIN, Tokens.as("p").roles("PATIENT"))) {
      report(person, LEAST).statusCode(403);
    }
    RestAssured.given()
        .contentType("application/json")
        .body(LEAST)
        .post("/v1/incidents")
        .then()
        .statusCode(401);
  }

  @Test
  void nobodyIsToldWhoReported() {
    String id =
        report(NURSE, LEAST.replace("}", ",\"anonymous\":true}"))
            .statusCode(201)
            .extract()
            .path("incidentId");

    String seen =
        as(AFFAIRS).get("/v1/incidents/" + id).then().statusCode(200).extract().asString();
    assertThat(seen).doesNotContain(NURSE.subject()).contains("\"anonymous\":true");
  }

  @Test
  void patientIsKeptAsAPseudonymOnly() {
    String body = LEAST.replace("}", ",\"patient\":{\"issuer\":\"HIS\",\"id\":\"00123456\"}}");

    String answer = report(NURSE, body).statusCode(201).extract().asString();

    assertThat(answer).doesNotContain("00123456").contains("\"subjectRef\":\"");
  }

  @Test
  void malformedReportsWriteNothing() {
    report(NURSE, "{").statusCode(400);
    report(NURSE, "{}").statusCode(400);
    report(NURSE, LEAST.replace("}", ",\"unheardOf\":1}")).statusCode(400);
    report(NURSE, LEAST.replace("HALLUCINATION", "BOREDOM")).statusCode(400);
    report(NURSE, LEAST.replace("凭空出现一个结节", " "))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("title", notNullValue())
        .body("action", notNullValue());
  }

  @Test
  void reportIsTakenOnceHoweverOftenItIsSent() {
    String first = send("same-key-1", LEAST).statusCode(201).extract().path("incidentId");

    send("same-key-1", LEAST).statusCode(201).body("incidentId", equalTo(first));
    send("same-key-1", LEAST.replace("结节", "阴影"))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void loweringALevelTakesTwoPersons() {
    String id = report(NURSE, LEAST).extract().path("incidentId");
    Tokens officer = Tokens.as("officer").roles("QUALITY_OFFICER");
    grade(officer, id, "II").statusCode(200).body("level", equalTo("II"));
    grade(officer, id, "III").statusCode(200).body("loweringTo", equalTo("III"));

    grade(officer, id, "III")
        .statusCode(409)
        .body("type", equalTo("/problems/second-person-needed"));
    grade(AFFAIRS, id, "III").statusCode(200).body("level", equalTo("III"));
  }

  @Test
  void whatIsNotThereIsAProblemWithAnAction() {
    as(AFFAIRS)
        .get("/v1/incidents/0199f0a0-0000-7000-8000-000000000001")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/incident-unknown"))
        .body("action", notNullValue());
    as(NURSE).get("/v1/incidents").then().statusCode(403);
  }

  @Test
  void theRegisterComesInPages() {
    String older = report(NURSE, LEAST).extract().path("incidentId");
    String newer = report(NURSE, LEAST).extract().path("incidentId");

    page("limit=1").body("incidents.incidentId", contains(newer)).body("next", equalTo(newer));
    page("limit=1&before=" + newer).body("incidents.incidentId", contains(older));
    page("before=0199f0a0-0000-7000-8000-000000000001")
        .body("incidents", empty())
        .body("next", nullValue());
    as(AFFAIRS).get("/v1/incidents?before=newest").then().statusCode(400);
  }

  private static ValidatableResponse page(String query) {
    return as(AFFAIRS).get("/v1/incidents?" + query).then().statusCode(200);
  }

  private static ValidatableResponse report(Tokens person, String body) {
    return as(person).body(body).post("/v1/incidents").then();
  }

  private static ValidatableResponse send(String key, String body) {
    return RestAssured.given()
        .auth()
        .oauth2(NURSE.token())
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/incidents")
        .then();
  }

  private static ValidatableResponse grade(Tokens person, String id, String level) {
    return as(person)
        .body("{\"level\":\"" + level + "\"}")
        .post("/v1/incidents/" + id + "/level")
        .then();
  }
}
