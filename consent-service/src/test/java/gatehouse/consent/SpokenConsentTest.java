package gatehouse.consent;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.present;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.signing;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.verdict;
import static gatehouse.consent.Hospital.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant C2: no spoken consent counts without a verified recording. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
@Clause("E-31")
class SpokenConsentTest {
  private static final Map<String, Object> HEARD =
      Map.of("digest", Hospital.DIGEST, "durationSeconds", 95);

  @Inject TestClock clock;

  private String application = "";
  private String number = "";
  private String scopeId = "";

  @BeforeEach
  void publishForm() {
    application = fresh("lung");
    number = fresh("00");
    scopeId = scope(application);
    template(scopeId);
  }

  @Test
  @Clause("E-31")
  void countsOnlyOnceASecondPersonHasVerifiedIt() {
    String id = speak();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");

    clerk()
        .body(HEARD)
        .post("/v1/consents/" + id + "/verify")
        .then()
        .statusCode(422)
        .body("reasons.code", hasItem("SAME_PERSON"));
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    verify(id, HEARD).then().statusCode(200).body("state", equalTo("ACTIVE"));

    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("E-31")
  void otherOrEmptyRecordingIsNotAccepted() {
    String id = speak();

    verify(id, Map.of("digest", "sha256:" + "ff".repeat(32), "durationSeconds", 0))
        .then()
        .statusCode(422)
        .body("reasons.code", containsInAnyOrder("RECORDING_DIFFERS", "RECORDING_EMPTY"));
  }

  @Test
  @Clause("E-31")
  void lapsesAfterThreeDaysByTheClock() {
    String id = speak();
    clock.pass(Duration.ofDays(3));

    assertThat(verdict(application, number, "NOTES")).isEqualTo("CONSENT_REQUIRED");
    clerk().get("/v1/consents/" + id).then().body("state", equalTo("LAPSED"));
    verify(id, HEARD).then().statusCode(422).body("reasons.code", hasItem("RECORDING_LAPSED"));
  }

  @Test
  @Clause("E-31")
  void needsReasonRecordingAndWitness() {
    Response presented = present(scopeId, number);
    Map<String, Object> bare = signing("ORAL", presented);
    bare.remove("spoken");
    bare.put("evidence", Map.of("kind", "AUDIO", "digest", Hospital.DIGEST));

    clerk()
        .body(bare)
        .post("/v1/consents/" + presented.path("consentId") + "/grant")
        .then()
        .statusCode(422)
        .body(
            "reasons.code",
            containsInAnyOrder("WRITING_NOT_IMPOSSIBLE", "RECORDING_EMPTY", "WITNESS_MISSING"));
  }

  @Test
  @Clause({"E-31", "E-39"})
  void cannotBeVerifiedIntoForceAfterAWithdrawal() {
    String id = speak();
    withdraw(number, null).then().statusCode(201);

    verify(id, HEARD).then().statusCode(409);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  private String speak() {
    Response presented = present(scopeId, number);
    clerk()
        .body(signing("ORAL", presented))
        .post("/v1/consents/" + presented.path("consentId") + "/grant")
        .then()
        .statusCode(200)
        .body("state", equalTo("PENDING_EVIDENCE"));
    return presented.path("consentId");
  }

  private static Response verify(String id, Map<String, Object> body) {
    return as("zhou.nurse", "NURSE").body(body).post("/v1/consents/" + id + "/verify");
  }
}
