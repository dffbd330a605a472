package gatehouse.incident;

import static gatehouse.incident.People.AFFAIRS;
import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.ENGINEER;
import static gatehouse.incident.People.INFO;
import static gatehouse.incident.People.NURSE;
import static gatehouse.incident.People.RADIOLOGIST;
import static gatehouse.incident.People.SURGEON;
import static gatehouse.incident.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.embedded.Tokens;
import gatehouse.incident.recovery.AdmissionSays;
import gatehouse.incident.restart.PanelDecision.Reports;
import java.util.List;

/** Everything that this service lets happen, once, over HTTP. */
final class WholeStory {
  private static final long PATIENCE = 30_000_000_000L;
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  private WholeStory() {}

  static void happens() {
    Broker.publish(
        "gateway.output.v1",
        "whole-story",
        "gatehouse.gateway.output.rejected.v1",
        Broker.example("output-rejected"));
    incidentIsFollowedToItsEnd();
    String drill =
        as(DUTY).post("/v1/stop-drills").then().statusCode(201).extract().path("drillId");
    as(DUTY).post("/v1/stop-drills/" + drill + "/end").then().statusCode(200);
    String stop = stopIsLookedAfter();
    evaluationFails(stop);
    evaluationSucceeds(stop);
  }

  private static void incidentIsFollowedToItsEnd() {
    String first = report();
    String again = report();
    post(AFFAIRS, "/v1/incidents/" + again + "/triage", "{}");
    post(AFFAIRS, "/v1/incidents/" + again + "/merge", "{\"into\":\"" + first + "\"}");
    post(DUTY, "/v1/incidents/" + first + "/level", "{\"level\":\"II\"}");
    post(DUTY, "/v1/incidents/" + first + "/level", "{\"level\":\"III\"}");
    post(AFFAIRS, "/v1/incidents/" + first + "/level", "{\"level\":\"III\"}");
    post(AFFAIRS, "/v1/incidents/" + first + "/triage", "{\"category\":\"HALLUCINATION\"}");
    for (String step : List.of("INVESTIGATE", "CORRECT", "VERIFY", "CLOSE", "REOPEN")) {
      post(
          AFFAIRS,
          "/v1/incidents/" + first + "/steps",
          "{\"step\":\"" + step + "\",\"text\":\"说明\"}");
    }
  }

  private static String report() {
    return as(NURSE)
        .body("{\"category\":\"HALLUCINATION\",\"narrative\":\"报告了不存在的结节\"}")
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("incidentId");
  }

  private static String stopIsLookedAfter() {
    var stop =
        as(DUTY)
            .body(
                """
                {"scope":{"kind":"APPLICATION","value":"whole-story"},"reasonCode":"HALLUCINATION"}\
                """)
            .post("/v1/stops")
            .then()
            .statusCode(201)
            .extract();
    String run = "/v1/failovers/" + stop.path("failoverId");
    // It started as manual, for want of a backup: manual again is no step.
    as(NURSE).body("{\"mode\":\"BACKUP\"}").post(run + "/switch").then().statusCode(409);
    String encounter =
        as(NURSE)
            .body("{\"encounter\":\"E-1\"}")
            .post(run + "/encounters")
            .then()
            .statusCode(200)
            .extract()
            .path("encounters[0].encounterId");
    as(DUTY).post(run + "/encounters-handled").then().statusCode(409);
    post(
        NURSE, run + "/encounters/" + encounter + "/handled", "{\"outcome\":\"HANDLED_MANUALLY\"}");
    post(DUTY, run + "/encounters-handled", "{}");
    post(DUTY, run + "/close", "{}");
    return stop.path("stopId");
  }

  private static void evaluationFails(String stop) {
    String recovery = open(stop);
    post(ENGINEER, recovery + "/suite", suite(1));
  }

  private static void evaluationSucceeds(String stop) {
    String recovery = open(stop);
    post(ENGINEER, recovery + "/fix", "{\"fix\":\"重新训练\",\"digests\":[\"" + DIGEST + "\"]}");
    post(INFO, recovery + "/suite", suite(0));
    post(
        RADIOLOGIST,
        recovery + "/clinical-check",
        """
        {"samples":20,"disagreements":0,"acceptable":true,"reportDigest":"%s"}\
        """
            .formatted(DIGEST));
    panelAgrees(stop, recovery);
    post(ENGINEER, recovery + "/confirmations", "{\"side\":\"ENGINEERING\"}");
    post(SURGEON, recovery + "/confirmations", "{\"side\":\"CLINICAL\"}");
    post(AFFAIRS, "/v1/stops/" + stop + "/lift", "{}");
  }

  /** Admission's decision comes over the broker; until then the evaluation says what is missing. */
  private static void panelAgrees(String stop, String recovery) {
    JsonNode decided = AdmissionSays.decided(stop, new Reports(DIGEST, DIGEST), true);
    assertThat(missing(recovery)).contains("PANEL_ROUND");
    Broker.publish(
        AdmissionSays.TOPIC,
        decided.path("aggregateId").asText(),
        AdmissionSays.DECIDED,
        decided.toString());
    long deadline = System.nanoTime() + PATIENCE;
    List<String> missing = missing(recovery);
    while (missing.contains("PANEL_ROUND") && System.nanoTime() < deadline) {
      missing = missing(recovery);
    }
    assertThat(missing).doesNotContain("PANEL_ROUND", "PANEL_EVIDENCE");
  }

  private static List<String> missing(String recovery) {
    return as(AFFAIRS).get(recovery).then().statusCode(200).extract().path("missing");
  }

  private static String open(String stop) {
    String id =
        as(ENGINEER)
            .body("{\"finding\":\"FAULT_FOUND\",\"rootCause\":\"阈值配置错误\"}")
            .post("/v1/stops/" + stop + "/recovery")
            .then()
            .statusCode(200)
            .extract()
            .path("recoveryId");
    return "/v1/recoveries/" + id;
  }

  private static String suite(int failures) {
    return """
    {"digests":["%s"],"baseline":"b-1","cases":100,"failures":%d,"reportDigest":"%s"}\
    """
        .formatted(DIGEST, failures, DIGEST);
  }

  private static void post(Tokens person, String path, String body) {
    as(person).body(body).post(path).then().statusCode(200);
  }
}
