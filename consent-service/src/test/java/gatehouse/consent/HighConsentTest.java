package gatehouse.consent;

import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.decide;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.grant;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.patient;
import static gatehouse.consent.Hospital.present;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.signing;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class HighConsentTest {

  @Test
  @Clause({"G-37", "E-39"})
  void askedSignedPermittedWithdrawnDenied() {
    String application = fresh("lung");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    decide(application, number, "NOTES")
        .then()
        .statusCode(200)
        .body("decision", equalTo("CONSENT_REQUIRED"))
        .body("reasons[0].code", equalTo("CONSENT_REQUIRED"))
        .body("reasons[0].clauses", contains("G-37"))
        .body("clauses", contains("G-37"))
        .body("patientText.zh", notNullValue());

    String consentId = grant(scopeId, number);

    decide(application, number, "NOTES")
        .then()
        .body("decision", equalTo("PERMIT"))
        .body("consentId", equalTo(consentId))
        .header("ETag", notNullValue())
        .header("Cache-Control", containsString("no-store"));

    patient(number)
        .body(Map.of("covers", Map.of("kind", "ALL_AI"), "channel", "PATIENT_PAGE"))
        .post("/v1/withdrawals")
        .then()
        .statusCode(201)
        .body("state", equalTo("EFFECTIVE"))
        .body("ended", contains(consentId));

    decide(application, number, "NOTES")
        .then()
        .body("decision", equalTo("DENY"))
        .body("reasons[0].code", equalTo("WITHDRAWN"))
        .body("clauses", contains("E-39"))
        .body("obligations", contains("USE_MANUAL_ROUTE"));
  }

  @Test
  @Clause("G-41")
  void refusalIsEffectiveAtOnceAndNobodyIsTalkedOutOfIt() {
    String application = fresh("lung");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    Response presented = present(scopeId, number);
    String id = presented.path("consentId");

    clerk()
        .post("/v1/consents/" + id + "/refuse")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));

    decide(application, number, "NOTES")
        .then()
        .body("decision", equalTo("DENY"))
        .body("reasons[0].code", equalTo("REFUSED"));
    clerk()
        .body(signing("WRITTEN", presented))
        .post("/v1/consents/" + id + "/grant")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/consent-wrong-state"));
    grant(scopeId, number);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause({"G-38", "G-39", "G-40", "G-41", "E-30", "E-17"})
  void yesCountsOnlyWhenEverythingIsThere() {
    String application = fresh("lung");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    Response presented = present(scopeId, number);
    Map<String, Object> careless = signing("WRITTEN", presented);
    careless.put("acknowledged", List.of("ROLE"));
    careless.put("voluntary", false);
    careless.put("preselected", true);
    careless.put("answers", Map.of("who-decides", "ai"));
    careless.put("textDigest", Hospital.DIGEST);
    careless.put("evidence", Map.of("kind", "AUDIO", "digest", Hospital.DIGEST));

    clerk()
        .body(careless)
        .post("/v1/consents/" + presented.path("consentId") + "/grant")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/consent-lacking"))
        .body(
            "reasons.code",
            contains(
                "TEXT_NOT_THE_ONE_SHOWN",
                "PART_NOT_ACKNOWLEDGED",
                "NOT_VOLUNTARY",
                "PRESELECTED_ANSWER",
                "NOT_UNDERSTOOD",
                "EVIDENCE_DOES_NOT_FIT"));
    assertThat(verdict(application, number, "NOTES")).isEqualTo("CONSENT_REQUIRED");
  }

  @Test
  @Clause("E-42")
  void widerScopeAsksAgain() {
    String application = fresh("lung");
    String number = fresh("00");
    String scopeId = scope(application);
    template(scopeId);
    grant(scopeId, number);

    Hospital.as("zhao.applicant", "DEPARTMENT_APPLICANT")
        .body(
            Map.of("terms", Hospital.terms("CARE", "NOTES", "IMAGING", "AUDIO"), "endsOld", false))
        .post("/v1/scopes/" + scopeId + "/versions")
        .then()
        .statusCode(201)
        .body("versions[1].materialDiff", contains("CATEGORIES"));

    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
    assertThat(verdict(application, number, "AUDIO")).isEqualTo("RECONSENT_REQUIRED");
    present(scopeId, number)
        .then()
        .statusCode(422)
        .body("reasons.code", hasItem("TEMPLATE_MISSING"));
    template(scopeId);
    grant(scopeId, number);
    assertThat(verdict(application, number, "AUDIO")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("E-39")
  void patientWithdrawsForNobodyElse() {
    patient(fresh("00"))
        .body(Map.of("patient", named(fresh("00"))))
        .post("/v1/withdrawals")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/not-your-own"));
  }
}
