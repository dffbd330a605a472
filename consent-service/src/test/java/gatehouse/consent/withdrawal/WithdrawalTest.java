package gatehouse.consent.withdrawal;

import static gatehouse.consent.Hospital.as;
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
import static gatehouse.consent.Hospital.terms;
import static gatehouse.consent.Hospital.verdict;
import static gatehouse.consent.Hospital.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import gatehouse.clauses.Clause;
import gatehouse.consent.TestClock;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant C7: nothing but identity guards a withdrawal, and none is ever lost. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class WithdrawalTest {
  private static final Map<String, Object> ALL_AI = Map.of("kind", "ALL_AI");

  private static final List<State> STEPS =
      List.of(State.PRESENTED, State.ACTIVE, State.REFUSED, State.PENDING_EVIDENCE);

  @Inject TestClock clock;

  /** Every state in which a consent, or the lack of one, can be. */
  enum State {
    NOT_ASKED,
    PRESENTED,
    PENDING_EVIDENCE,
    LAPSED,
    ACTIVE,
    EXPIRED,
    REFUSED,
    WITHDRAWN,
    SUPERSEDED,
    RECONSENT_REQUIRED,
    SCOPE_CLOSED
  }

  @ParameterizedTest
  @EnumSource(State.class)
  @Clause({"E-39", "G-41"})
  void withdrawalIsTakenInEveryState(State state) {
    for (String kind : List.of("SCOPE", "APPLICATION", "ALL_AI", "ALL_RESEARCH", "EVERYTHING")) {
      String application = fresh("app");
      String number = fresh("00");
      String scopeId = scope(application, expiring());
      template(scopeId);
      reach(state, scopeId, number);

      Response answer =
          withdraw(number, Map.of("kind", kind, "scopeId", scopeId, "application", application));

      answer.then().statusCode(201).body("state", equalTo("EFFECTIVE"));
      if (!kind.equals("ALL_RESEARCH")) {
        assertThat(verdict(application, number, "NOTES")).as(state + " " + kind).isEqualTo("DENY");
      }
    }
  }

  @Test
  @Clause("E-39")
  void withdrawalWithNothingToWithdrawIsRecordedAndHolds() {
    String number = fresh("00");
    String application = fresh("low");
    as("feng.affairs", "MEDICAL_AFFAIRS")
        .body(Map.of("application", application, "tier", "LOW", "zh", "AI 指路。", "en", "AI guides."))
        .post("/v1/notices")
        .then()
        .statusCode(201);

    withdraw(number, ALL_AI)
        .then()
        .statusCode(201)
        .body("ended", empty())
        .body("notes.code", contains("NOTHING_TO_WITHDRAW"));

    Map<String, Object> low = Map.of("tier", "LOW");
    assertThat(decide(application, number, low).<String>path("decision")).isEqualTo("DENY");
    assertThat(decide(application, fresh("00"), low).<String>path("decision"))
        .isEqualTo("NOTICE_REQUIRED");
  }

  @Test
  @Clause("E-39")
  void whoNamesNoReachOrAnUnknownScopeWithdrawsFromEverything() {
    for (Map<String, Object> covers :
        List.of(
            Map.<String, Object>of("kind", "EVERYTHING"),
            Map.<String, Object>of(
                "kind", "SCOPE", "scopeId", "00000000-0000-7000-8000-000000000000"))) {
      String application = fresh("app");
      String number = fresh("00");
      String scopeId = scope(application);
      template(scopeId);
      grant(scopeId, number);

      withdraw(number, covers).then().statusCode(201);

      assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PHYSICIAN",
        "RESIDENT",
        "NURSE",
        "CONSENT_CLERK",
        "DUTY_MANAGER",
        "MEDICAL_AFFAIRS",
        "ETHICS_SECRETARY",
        "HIS_SYSTEM",
        "EMR_SYSTEM"
      })
  @Clause("E-39")
  void staffAndSystemsTakeItOnTheirBehalf(String role) {
    as("somebody", role)
        .body(Map.of("patient", named(fresh("00")), "wish", "DELETE"))
        .post("/v1/withdrawals")
        .then()
        .statusCode(201)
        .body("wish", equalTo("DELETE"));
  }

  @Test
  @Clause("E-39")
  void patientNamesNobodyAndMeansThemselves() {
    String number = fresh("00");
    patient(number).body(Map.of()).post("/v1/withdrawals").then().statusCode(201);

    assertThat(verdict(fresh("app"), number)).isEqualTo("DENY");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42, 2026})
  @Clause("E-39")
  void whateverHappenedBeforeAWithdrawalEndsIt(long seed) {
    Random random = new Random(seed);
    String application = fresh("app");
    String number = fresh("00");
    String scopeId = scope(application, expiring());
    template(scopeId);
    for (int step = 0; step < 12; step++) {
      reach(STEPS.get(random.nextInt(STEPS.size())), scopeId, number);
      if (random.nextInt(3) == 0) {
        withdraw(number, Map.of("kind", "SCOPE", "scopeId", scopeId)).then().statusCode(201);
        assertThat(verdict(application, number, "NOTES")).as("step " + step).isEqualTo("DENY");
      }
    }
    withdraw(number, ALL_AI).then().statusCode(201);
    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  private void reach(State state, String scopeId, String number) {
    switch (state) {
      case NOT_ASKED -> {}
      case PRESENTED -> present(scopeId, number).then().statusCode(201);
      case PENDING_EVIDENCE -> speak(scopeId, number);
      case LAPSED -> {
        speak(scopeId, number);
        clock.pass(Duration.ofHours(73));
      }
      case ACTIVE -> grant(scopeId, number);
      case EXPIRED -> {
        grant(scopeId, number);
        clock.pass(Duration.ofDays(31));
      }
      case REFUSED ->
          clerk()
              .post("/v1/consents/" + present(scopeId, number).path("consentId") + "/refuse")
              .then()
              .statusCode(200);
      case WITHDRAWN -> {
        grant(scopeId, number);
        withdraw(number, ALL_AI).then().statusCode(201);
      }
      case SUPERSEDED -> {
        grant(scopeId, number);
        grant(scopeId, number);
      }
      case RECONSENT_REQUIRED -> {
        grant(scopeId, number);
        as("zhao.applicant", "DEPARTMENT_APPLICANT")
            .body(Map.of("terms", terms("CARE", "NOTES", "IMAGING", "AUDIO"), "endsOld", true))
            .post("/v1/scopes/" + scopeId + "/versions")
            .then()
            .statusCode(201);
      }
      case SCOPE_CLOSED -> {
        grant(scopeId, number);
        as("feng.affairs", "MEDICAL_AFFAIRS")
            .post("/v1/scopes/" + scopeId + "/close")
            .then()
            .statusCode(200);
      }
    }
  }

  private static void speak(String scopeId, String number) {
    Response presented = present(scopeId, number);
    clerk()
        .body(signing("ORAL", presented))
        .post("/v1/consents/" + presented.path("consentId") + "/grant")
        .then()
        .statusCode(200)
        .body("state", equalTo("PENDING_EVIDENCE"));
  }

  private static Map<String, Object> expiring() {
    return Map.of(
        "purpose",
        "CARE",
        "activities",
        List.of("PROCESS", "USE"),
        "categories",
        List.of("NOTES", "IMAGING"),
        "periodDays",
        30,
        "crossBorder",
        false,
        "algorithmClass",
        "LLM");
  }
}
