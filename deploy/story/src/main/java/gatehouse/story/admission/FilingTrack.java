package gatehouse.story.admission;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Files the LOW application: a light pilot, then three checks by three signers. */
final class FilingTrack {
  private final Stage stage;

  FilingTrack(Stage stage) {
    this.stage = stage;
  }

  void play() {
    String path = "/v1/filings/" + open();
    LocalDate today = LocalDate.ofInstant(Instant.now(Clock.systemUTC()), ZoneOffset.UTC);
    as(
            "zhao.applicant",
            path + "/pilot",
            Facts.simulatedPilot(stage.recall("wayfinding.digest"), today))
        .expect(200);
    as("zhao.applicant", path + "/pilot/runs", Facts.HARMLESS_RUN).expect(200);
    as("zhao.applicant", path + "/pilot/results", Facts.GOOD_RESULTS).expect(200);
    check("chen.info", path, "SECURITY").expect(200);
    stage.narrator().says("The same signer may not sign a second check:");
    check("chen.info", path, "STABILITY").expect(409);
    check("zhang.engineering", path, "STABILITY").expect(200);
    check("yang.ethics", path, "ETHICS").expect(200).expect("/state", "Filed");
    as("li.secretary", "/v1/applications/wayfinding/activation", "")
        .expect(200)
        .expect("/status", "ACTIVE");
  }

  private String open() {
    as(
            "zhao.applicant",
            "/v1/applications",
            """
            {"code": "wayfinding", "version": "%s", "scenario": "outpatient-wayfinding",
             "owner": "zhao.applicant",
             "deployments": [{"name": "in-house", "zone": "LOCAL", "country": "CN"}],
             "failover": {"manualRoute": {"zh": "请到一楼导医台", "en": "Please ask at the desk"}},
             "workflow": {"place": "门诊一楼大厅", "minutes": 5},
             "patientData": "NONE", "egress": "NONE",
             "access": {
               "humanChannel": {"zh": "一楼导医台，电话 8000", "en": "Desk on floor 1, phone 8000"},
               "accessibility": {"zh": "大字版与语音播报", "en": "Large print and read aloud"},
               "notice": {"zh": "本导诊由人工智能提供，可随时转人工",
                          "en": "AI wayfinding; people are at hand"}}}\
            """
                .formatted(stage.recall("wayfinding.version")))
        .expect(201);
    return as("zhao.applicant", "/v1/applications/wayfinding/submission", Facts.allNoBut("NO"))
        .expect(200)
        .expect("/tier", "LOW")
        .text("/filingId");
  }

  private Answer check(String who, String path, String check) {
    return as(
        who,
        path + "/checks",
        """
        {"check": "%s", "verdict": "PASS", "reason": "见审查表"}\
        """
            .formatted(check));
  }

  private Answer as(String who, String path, String body) {
    return stage.person(who).post(Part.ADMISSION, path, body);
  }
}
