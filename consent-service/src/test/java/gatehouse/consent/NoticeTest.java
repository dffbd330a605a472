package gatehouse.consent;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.decide;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class NoticeTest {
  private static final Map<String, Object> LOW = Map.of("tier", "LOW");

  @Test
  @Clause("G-35")
  void popUpIsServedShownAndRemembered() {
    String application = fresh("guide");
    String number = fresh("00");
    publish(application, "LOW", "本页使用 AI 指路，您可以拒绝。", "AI guides you here. You may refuse.");
    Response served = as("his", "HIS_SYSTEM").get("/v1/notices/" + application);
    served
        .then()
        .statusCode(200)
        .body("text.zh", equalTo("本页使用 AI 指路，您可以拒绝。"))
        .body("show", equalTo("POP_UP"));
    decide(application, number, LOW)
        .then()
        .body("decision", equalTo("NOTICE_REQUIRED"))
        .body("obligations", contains("SHOW_NOTICE"))
        .body("textDigest", equalTo(served.path("digest")))
        .body("patientText.zh", equalTo("本页使用 AI 指路，您可以拒绝。"));

    receipt(application, served.path("digest"), number).then().statusCode(201);

    decide(application, number, LOW)
        .then()
        .body("decision", equalTo("PERMIT"))
        .body("clauses", contains("G-35"))
        .header("Cache-Control", containsString("max-age=30"));
  }

  @Test
  @Clause("G-35")
  void newTextIsShownAgainAndTheOldReceiptIsRefused() {
    String application = fresh("guide");
    String number = fresh("00");
    String first = publish(application, "LOW", "AI 指路。", "AI guides.");
    receipt(application, first, number).then().statusCode(201);

    publish(application, "LOW", "AI 指路，可以拒绝。", "AI guides; you may refuse.");

    assertThat(decide(application, number, LOW).<String>path("decision"))
        .isEqualTo("NOTICE_REQUIRED");
    receipt(application, first, number)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/notice-outdated"));
  }

  @Test
  @Clause("G-36")
  void paragraphIsGivenInEachEncounter() {
    String application = fresh("mri");
    String number = fresh("00");
    String digest = publish(application, "MEDIUM", "影像由 AI 预处理。", "AI prepares the images.");
    assertThat(medium(application, number, "E1")).isEqualTo("NOTICE_REQUIRED");

    clerk()
        .body(
            Map.of(
                "application",
                application,
                "digest",
                digest,
                "patient",
                named(number),
                "encounter",
                "E1",
                "language",
                "zh"))
        .post("/v1/notice-records")
        .then()
        .statusCode(201);

    assertThat(medium(application, number, "E1")).isEqualTo("PERMIT");
    assertThat(medium(application, number, "E2")).isEqualTo("NOTICE_REQUIRED");
  }

  @Test
  @Clause("G-41")
  void tappedRefusalDeniesUntilThePersonSaysYes() {
    String application = fresh("guide");
    String number = fresh("00");
    String digest = publish(application, "LOW", "AI 指路。", "AI guides.");
    patient(number)
        .body(Map.of("covers", Map.of("kind", "APPLICATION", "application", application)))
        .post("/v1/refusals")
        .then()
        .statusCode(201)
        .body("kind", equalTo("REFUSAL"));
    receipt(application, digest, number).then().statusCode(201);

    assertThat(decide(application, number, LOW).<String>path("decision")).isEqualTo("DENY");
    patient(number)
        .body(Map.of("digest", digest, "language", "zh", "answer", "ACCEPTED"))
        .post("/v1/notices/" + application + "/receipts")
        .then()
        .statusCode(201);
    assertThat(decide(application, number, LOW).<String>path("decision")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-37")
  void noticeNeverPermitsHigh() {
    String application = fresh("lung");
    String number = fresh("00");
    String digest = publish(application, "LOW", "AI 指路。", "AI guides.");
    receipt(application, digest, number).then().statusCode(201);

    decide(application, number, Map.of("tier", "HIGH"))
        .then()
        .body("decision", equalTo("CONSENT_REQUIRED"))
        .body("reasons.code", hasItem("FORM_TOO_WEAK"));
  }

  @Test
  @Clause({"G-35", "G-61"})
  void longBannedOrOneLanguageTextsAreRefused() {
    clerk()
        .body(
            Map.of(
                "application",
                fresh("guide"),
                "tier",
                "LOW",
                "zh",
                "AI 诊断替代医生。" + "长".repeat(120),
                "en",
                ""))
        .post("/v1/notices")
        .then()
        .statusCode(422)
        .body("reasons.code", containsInAnyOrder("LANGUAGE_MISSING", "TOO_LONG", "BANNED_PHRASE"));
  }

  @Test
  void unknownNoticesAndImpossibleTimesAreRefused() {
    String application = fresh("guide");
    as("his", "HIS_SYSTEM")
        .get("/v1/notices/" + application)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/notice-unknown"));
    String digest = publish(application, "LOW", "AI 指路。", "AI guides.");
    Map.of(
            "2999-01-01T00:00:00Z", "/problems/time-in-the-future",
            "-1000000000-01-01T00:00:00Z", "/problems/time-before-publication")
        .forEach((time, problem) ->
            as("his", "HIS_SYSTEM")
                .body(
                    Map.of(
                        "digest",
                        digest,
                        "patient",
                        named(fresh("00")),
                        "language",
                        "zh",
                        "shownAt",
                        time))
                .post("/v1/notices/" + application + "/receipts")
                .then()
                .statusCode(422)
                .body("type", equalTo(problem)));
  }

  private static String publish(String application, String tier, String zh, String en) {
    return clerk()
        .body(Map.of("application", application, "tier", tier, "zh", zh, "en", en))
        .post("/v1/notices")
        .then()
        .statusCode(201)
        .extract()
        .path("digest");
  }

  private static Response receipt(String application, String digest, String number) {
    return as("his", "HIS_SYSTEM")
        .body(Map.of("digest", digest, "patient", named(number), "language", "zh"))
        .post("/v1/notices/" + application + "/receipts");
  }

  private static String medium(String application, String number, String encounter) {
    return decide(application, number, Map.of("tier", "MEDIUM", "encounter", encounter))
        .path("decision");
  }
}
