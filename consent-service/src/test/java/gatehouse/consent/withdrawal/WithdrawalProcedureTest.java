package gatehouse.consent.withdrawal;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.patient;
import static gatehouse.consent.Hospital.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import gatehouse.clauses.Clause;
import gatehouse.consent.TestClock;
import gatehouse.consent.procedure.EscalateOverdue;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows a withdrawal, which is in force already. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class WithdrawalProcedureTest {
  private static final String PROOF = "sha256:" + "0b".repeat(32);

  @Inject TestClock clock;
  @Inject EscalateOverdue escalateOverdue;
  @Inject DataSource dataSource;

  @Test
  @Clause("E-40")
  void everyStepIsDoneInItsOrderUntilThePersonIsTold() {
    String id = withdrawn(fresh("00"), "DELETE");

    at(id, "ACKNOWLEDGE").body("owner", equalTo("DATA_STEWARD")).body("dueAt", notNullValue());
    says("feng.affairs", "MEDICAL_AFFAIRS", id, "confirmation", confirmation("0".repeat(64)))
        .statusCode(409)
        .body("type", containsString("procedure-not-now"));
    acknowledge("his", "HIS_SYSTEM", id, "his").statusCode(200);
    acknowledge("his", "HIS_SYSTEM", id, "his").statusCode(200);
    at(id, "ACKNOWLEDGE").body("ledger.find { it.system == 'his' }.how", equalTo("ACKNOWLEDGED"));
    acknowledge("steward", "DATA_STEWARD", id, "emr").statusCode(200);

    at(id, "DISPOSE").body("forThePerson", nullValue());
    says("steward", "DATA_STEWARD", id, "disposition", Map.of("outcome", "DISPOSED"))
        .statusCode(422)
        .body("type", containsString("disposition-groundless"));
    says(
            "steward",
            "DATA_STEWARD",
            id,
            "disposition",
            Map.of("outcome", "KEPT_BY_LAW", "law", "医疗机构病历管理规定"))
        .statusCode(200);

    ValidatableResponse ready = at(id, "CONFIRM");
    ready
        .body("owner", equalTo("CONSENT_CLERK"))
        .body("forThePerson.zh", containsString("《医疗机构病历管理规定》"));
    says("wu.clerk", "CONSENT_CLERK", id, "confirmation", confirmation("0".repeat(64)))
        .statusCode(409)
        .body("type", containsString("procedure-other-text"));
    String digest = ready.extract().path("forThePerson.digest");
    says("wu.clerk", "CONSENT_CLERK", id, "confirmation", confirmation(digest))
        .statusCode(200)
        .body("state", equalTo("FINISHED"))
        .body("confirmation.channel", equalTo("PHONE"))
        .body("confirmation.textDigest", equalTo(digest))
        .body("step", nullValue());
    says("wu.clerk", "CONSENT_CLERK", id, "confirmation", confirmation(digest)).statusCode(409);
  }

  @Test
  @Clause("E-40")
  void whoOnlyWishesThatUseStopsNeedsNoDisposition() {
    String id = withdrawn(fresh("00"), null);
    acknowledge("his", "HIS_SYSTEM", id, "his");
    acknowledge("emr", "EMR_SYSTEM", id, "emr");

    at(id, "CONFIRM").body("steps.find { it.step == 'DISPOSE' }.state", equalTo("NOT_NEEDED"));
    says(
            "steward",
            "DATA_STEWARD",
            id,
            "disposition",
            Map.of("outcome", "DISPOSED", "proof", PROOF))
        .statusCode(409);
  }

  @Test
  @Clause("E-40")
  void anOverdueStepIsListedAndToldOnce() throws Exception {
    String id = withdrawn(fresh("00"), null);
    at(id, "ACKNOWLEDGE").body("overdue", equalTo(false));

    clock.pass(Duration.ofDays(2));
    escalateOverdue.escalate();
    escalateOverdue.escalate();

    at(id, "ACKNOWLEDGE").body("overdue", equalTo(true));
    as("steward", "DATA_STEWARD")
        .get("/v1/withdrawal-procedures?overdue=true&limit=200")
        .then()
        .statusCode(200)
        .body("withdrawalId", hasItem(id));
    assertThat(overdueEvents(id)).singleElement().asString().contains("ACKNOWLEDGE", "E-40");
  }

  @Test
  @Clause("E-40")
  void aStepThatStaysOverdueIsToldOnceMore() throws Exception {
    String id = withdrawn(fresh("00"), null);
    at(id, "ACKNOWLEDGE");
    clock.pass(Duration.ofDays(2));
    escalateOverdue.escalate();
    assertThat(overdueEvents(id)).hasSize(1);

    clock.pass(Duration.ofDays(3));
    escalateOverdue.escalate();
    clock.pass(Duration.ofDays(9));
    escalateOverdue.escalate();

    assertThat(overdueEvents(id)).hasSize(2);
    assertThat(overdueEvents(id).get(1)).containsPattern("\"round\": ?2");
  }

  @Test
  @Clause({"E-39", "E-40"})
  void aSilentSystemHoldsNoWithdrawalUp() {
    String number = fresh("00");
    String id = withdrawn(number, "DELETE");
    // The step's time runs from the enforcement, which must not fall behind the leap.
    at(id, "ACKNOWLEDGE");
    clock.pass(Duration.ofDays(40));

    withdraw(number, null).then().statusCode(201).body("state", equalTo("EFFECTIVE"));
    at(id, "ACKNOWLEDGE").body("overdue", equalTo(true));
  }

  @Test
  void nobodySpeaksForAnotherSystemOrReadsAnothersProcedure() {
    String number = fresh("00");
    String id = withdrawn(number, null);

    acknowledge("emr", "EMR_SYSTEM", id, "his")
        .statusCode(403)
        .body("type", containsString("holder-not-yours"));
    acknowledge("steward", "DATA_STEWARD", id, "nobody")
        .statusCode(422)
        .body("type", containsString("holder-unknown"));
    patient(number).get("/v1/withdrawal-procedures/" + id).then().statusCode(200);
    patient(fresh("00")).get("/v1/withdrawal-procedures/" + id).then().statusCode(403);
    clerk()
        .get("/v1/withdrawal-procedures/00000000-0000-7000-8000-000000000000")
        .then()
        .statusCode(404);
  }

  @Test
  void aRefusalHasNoProcedure() {
    String id =
        clerk()
            .body(Map.of("patient", named(fresh("00"))))
            .post("/v1/refusals")
            .then()
            .statusCode(201)
            .extract()
            .path("withdrawalId");

    clerk().get("/v1/withdrawal-procedures/" + id).then().statusCode(404);
  }

  private static String withdrawn(String number, @Nullable String wish) {
    Map<String, Object> body = new TreeMap<>(Map.of("patient", named(number)));
    if (wish != null) {
      body.put("wish", wish);
    }
    return clerk()
        .body(body)
        .post("/v1/withdrawals")
        .then()
        .statusCode(201)
        .extract()
        .path("withdrawalId");
  }

  /** Waits while the lease's owner confirms that no gateway is left, then looks. */
  private static ValidatableResponse at(String id, String step) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String now;
    do {
      now = read(id).extract().path("step");
    } while ("ENFORCE".equals(now) && System.nanoTime() < end);
    assertThat(now).isEqualTo(step);
    return read(id);
  }

  private static ValidatableResponse read(String id) {
    return clerk().get("/v1/withdrawal-procedures/" + id).then().statusCode(200);
  }

  private static ValidatableResponse acknowledge(
      String user, String role, String id, String holder) {
    return says(user, role, id, "acknowledgements", Map.of("holder", holder));
  }

  private static ValidatableResponse says(
      String user, String role, String id, String what, Map<String, Object> body) {
    return as(user, role).body(body).post("/v1/withdrawal-procedures/" + id + "/" + what).then();
  }

  private static Map<String, Object> confirmation(String digest) {
    return Map.of("channel", "PHONE", "textDigest", digest);
  }

  private List<String> overdueEvents(String id) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT convert_from(body, 'UTF8') FROM journal.entries WHERE subject = ?"
                    + " AND type = 'gatehouse.consent.withdrawal.step-escalated.v1'")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    return found;
  }
}
