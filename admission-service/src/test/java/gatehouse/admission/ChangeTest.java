package gatehouse.admission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The next version of an application in use, over HTTP, in PostgreSQL. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class ChangeTest {

  private static void isAdmitted(ChangedVersion change, Ground version) {
    change.standing(version.digest()).body("admission.passed", equalTo(true));
  }

  private static void isNotAdmitted(ChangedVersion change, Ground version) {
    change
        .standing(version.digest())
        .body("admission.passed", equalTo(false))
        .body("admission.reasons.code", contains("VERSION_NOT_ADMITTED"));
  }

  @Test
  @Clause("G-02")
  void twoSeatsLetAMinorVersionFollowAndTheOldOneStops() {
    ChangedVersion change = ChangedVersion.active("change-minor");
    Ground next = change.ground().next("change-minor v2");
    isNotAdmitted(change, next);
    String path = change.opened(next, "NO");
    Caller.ZHANG
        .post(path + "/reviews", ChangedVersion.approve("MED_ENGINEERING"))
        .statusCode(200)
        .body("changeClass", equalTo("MINOR"))
        .body("state", equalTo("UNDER_REVIEW"));
    isNotAdmitted(change, next);
    isAdmitted(change, change.ground());

    Caller.CHEN
        .post(path + "/reviews", ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(200)
        .body("state", equalTo("PASSED"));

    isAdmitted(change, next);
    isNotAdmitted(change, change.ground());
    Caller.LI
        .get("/v1/applications/change-minor")
        .body("status", equalTo("ACTIVE"))
        .body("digest", equalTo(next.digest()));
    change
        .proposed(next, "NO")
        .statusCode(409)
        .body("reasons.code", hasItem("VERSION_ALREADY_JUDGED"));
  }

  @Test
  @Clause("G-02")
  void whatIsTrainedAnewWithoutAPlanNeedsANewAdmission() {
    ChangedVersion change = ChangedVersion.active("change-major");
    Ground next = change.ground().next("change-major v2");

    change
        .proposed(next, "YES")
        .statusCode(201)
        .body("changeClass", equalTo("MAJOR"))
        .body("state", equalTo("NEEDS_NEW_ADMISSION"))
        .body("reasons.code", contains("CHANGE_NEEDS_NEW_ADMISSION"))
        .body("trace.rule", contains("J2"));

    isNotAdmitted(change, next);
    isAdmitted(change, change.ground());
    change
        .proposed(next, "NO")
        .statusCode(409)
        .body("reasons.code", hasItem("VERSION_ALREADY_JUDGED"));
  }

  @Test
  @Clause("G-02")
  void withinAConfirmedPlanOneSeatSuffices() {
    ChangedVersion change = ChangedVersion.active("change-planned");
    change.planned("0.90");
    Ground next = change.ground().next("change-planned v2");
    String path = change.opened(next, "YES");
    Caller.CHEN
        .post(path + "/reviews", ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(409)
        .body("reasons.code", hasItem("SEAT_NOT_ASKED"));
    isNotAdmitted(change, next);

    Caller.ZHANG
        .post(path + "/reviews", ChangedVersion.approve("MED_ENGINEERING"))
        .statusCode(200)
        .body("changeClass", equalTo("PREAUTHORISED"))
        .body("facts.withinControlPlan", equalTo("YES"))
        .body("state", equalTo("PASSED"));

    isAdmitted(change, next);
    isNotAdmitted(change, change.ground());
  }

  @Test
  @Clause("G-02")
  void resultsBelowThePlanAndPlansAfterTheVersionAuthoriseNothing() {
    ChangedVersion change = ChangedVersion.active("change-beyond");
    Ground tooEarly = change.ground().next("change-beyond early");
    change.planned("0.90");
    change.proposed(tooEarly, "YES").body("state", equalTo("NEEDS_NEW_ADMISSION"));

    change.planned("0.99");
    Ground tooWeak = change.ground().next("change-beyond weak");

    change.proposed(tooWeak, "YES").body("state", equalTo("NEEDS_NEW_ADMISSION"));
  }

  @Test
  @Clause("G-02")
  void aRejectionEndsTheChangeAndTheOldVersionStays() {
    ChangedVersion change = ChangedVersion.active("change-rejected");
    Ground next = change.ground().next("change-rejected v2");
    String path = change.opened(next, "NO");
    Caller.ZHANG.post(path + "/reviews", ChangedVersion.approve("MED_ENGINEERING")).statusCode(200);

    Caller.CHEN
        .post(path + "/reviews", ChangedVersion.reject("INFO_CENTRE"))
        .statusCode(200)
        .body("state", equalTo("REJECTED"));

    isAdmitted(change, change.ground());
    isNotAdmitted(change, next);
    change.proposed(next, "NO").statusCode(409);
  }

  @Test
  @Clause("G-02")
  void whatIsSuspendedMeanwhileKeepsItsVersion() {
    ChangedVersion change = ChangedVersion.active("change-suspended");
    Ground next = change.ground().next("change-suspended v2");
    String path = change.opened(next, "NO");
    Caller.ZHANG.post(path + "/reviews", ChangedVersion.approve("MED_ENGINEERING")).statusCode(200);
    Caller.LI.post("/v1/applications/change-suspended/suspension", null).statusCode(200);

    Caller.CHEN
        .post(path + "/reviews", ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(409)
        .body("reasons.code", hasItem("NOT_IN_USE"));

    Caller.LI
        .get("/v1/applications/change-suspended")
        .body("digest", equalTo(change.ground().digest()));
    Caller.LI
        .get(path)
        .body("state", equalTo("UNDER_REVIEW"))
        .body("reviewed", contains("MED_ENGINEERING"))
        .body("reasons", empty());
  }

  @Test
  @Clause("G-02")
  void onlyOneChangeAtATimeAndOnlyOfTheSameProduct() {
    ChangedVersion change = ChangedVersion.active("change-one");
    change.opened(change.ground().next("change-one v2"), "NO");

    change
        .proposed(change.ground().next("change-one v3"), "NO")
        .statusCode(409)
        .body("reasons.code", hasItem("CHANGE_UNDER_REVIEW"));
    change
        .proposed(Ground.prepared("change-other", false), "NO")
        .statusCode(422)
        .body("reasons.code", hasItem("VERSION_OF_OTHER_PRODUCT"));
    Caller.LI
        .get("/v1/changes/00000000-0000-7000-8000-000000000000")
        .statusCode(404)
        .body("reasons.code", hasItem("CHANGE_UNKNOWN"));
  }

  @Test
  @Clause("G-02")
  void itsApplicantTakesAnOpenChangeBackAndAnotherVersionMayCome() {
    ChangedVersion change = ChangedVersion.active("change-taken");
    Ground next = change.ground().next("change-taken v2");
    String path = change.opened(next, "NO");
    Caller.ZHANG.post(path + "/reviews", ChangedVersion.approve("MED_ENGINEERING")).statusCode(200);
    Caller.of("wu.applicant", "DEPARTMENT_APPLICANT")
        .post(path + "/withdrawal", null)
        .statusCode(403)
        .body("reasons.code", contains("NOT_THE_REQUESTER"));

    Caller.ZHAO
        .post(path + "/withdrawal", null)
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));

    Caller.CHEN
        .post(path + "/reviews", ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(409)
        .body("reasons.code", contains("WRONG_STATE"));
    Caller.ZHAO.post(path + "/withdrawal", null).statusCode(409);
    isAdmitted(change, change.ground());
    isNotAdmitted(change, next);
    change
        .proposed(next, "NO")
        .statusCode(409)
        .body("reasons.code", hasItem("VERSION_ALREADY_JUDGED"));
    change.opened(change.ground().next("change-taken v3"), "NO");
  }

  @Test
  @Clause("G-02")
  void questionsAreTheRulesets() {
    Caller.ZHAO
        .get("/v1/change-rules/current")
        .statusCode(200)
        .body("version", equalTo("v1"))
        .body("questions.key", hasItem("retrained"));
    ChangedVersion change = ChangedVersion.active("change-asked");
    Ground next = change.ground().next("change-asked v2");
    Caller.ZHAO
        .post(
            "/v1/changes",
            ChangedVersion.change("change-asked", next, "NO")
                .replace("retrained", "withinControlPlan"))
        .statusCode(422)
        .body("reasons.code", hasItem("FACTS_INCOMPLETE"));
    Caller.ZHAO
        .post(
            "/v1/control-plans",
            """
            {"application": "change-asked", "mayChange": ["everything"], "thresholds": [
              {"metric": "agreement", "bound": "AT_LEAST", "limit": 0.9}]}
            """)
        .statusCode(422)
        .body("reasons.code", hasItem("PLAN_BEYOND_RULES"));
  }
}
