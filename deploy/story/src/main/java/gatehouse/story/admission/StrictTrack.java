package gatehouse.story.admission;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Brings a HIGH application from its registration to ACTIVE, step by step. */
final class StrictTrack {
  /** Both products apply for the cloud; what may leave for it is the panel's decision. */
  private static final String DEPLOYMENTS =
      """
      {"name": "in-house", "zone": "LOCAL", "country": "CN"},
      {"name": "public-cloud", "zone": "PUBLIC", "country": "CN"},
      {"name": "public-cloud-strict", "zone": "PUBLIC", "country": "CN"}\
      """;

  private final Stage stage;
  private final Product product;
  private final String egress;
  private final Clock clock = Clock.systemUTC();

  StrictTrack(Stage stage, Product product, String egress) {
    this.stage = stage;
    this.product = product;
    this.egress = egress;
  }

  void play() {
    String path = "/v1/cases/" + open();
    certify(path);
    fixThresholds(path);
    fileEvidence(path);
    score(path);
    as("li.secretary", path + "/completion", "").expect(200);
    pilot(path);
    vote(path);
    as("li.secretary", "/v1/applications/" + product.application() + "/activation", "")
        .expect(200)
        .expect("/status", "ACTIVE");
  }

  private String open() {
    as(
            "zhao.applicant",
            "/v1/applications",
            """
            {"code": "%s", "version": "%s", "scenario": "%s", "owner": "zhao.applicant",
             "deployments": [%s],
             "failover": {"manualRoute": {"zh": "改由值班医师人工书写摘要",
                                          "en": "The physician on duty writes the summary"}},
             "workflow": {"place": "放射科 2 号诊室", "minutes": 8},
             "patientData": "REQUIRED", "egress": "DEIDENTIFIED"}\
            """
                .formatted(
                    product.application(),
                    stage.recall(product.application() + ".version"),
                    product.scenario(),
                    DEPLOYMENTS))
        .expect(201);
    return as(
            "zhao.applicant",
            "/v1/applications/" + product.application() + "/submission",
            Facts.allNoBut("YES", "suggestsDiagnosis", "classThree", "managedAsDevice"))
        .expect(200)
        .expect("/tier", "HIGH")
        .expect("/track", "STRICT")
        .text("/caseId");
  }

  private void certify(String path) {
    as(
            "zhang.engineering",
            path + "/certificate",
            """
            {"number": "国械注准20243210123", "deviceClass": "III",
             "holder": "示例医疗人工智能有限公司", "model": "NA-1", "intendedUse": "病历摘要与辅助诊断提示",
             "issued": "2024-01-01", "expires": "%s", "coversUse": true}\
            """
                .formatted(today().plusYears(2)))
        .expect(200);
  }

  private void fixThresholds(String path) {
    String body =
        """
        {"kind": "%s", "thresholds": [{"metric": "%s", "bound": "AT_LEAST", "limit": %s}]}\
        """;
    as("zhang.engineering", path + "/thresholds", body.formatted("TECH", "sensitivity", "0.90"))
        .expect(200);
    as("li.secretary", path + "/thresholds", body.formatted("FAIR", "sensitivityGap", "-0.05"))
        .expect(200);
  }

  private void fileEvidence(String path) {
    measured("zhang.engineering", path, "TECH", "\"sensitivity\": 0.94");
    measured("li.secretary", path, "FAIR", "\"sensitivityGap\": -0.02");
    declared("qian.physician", path, "CLIN");
    declared("chen.info", path, "SEC");
    declared("chen.info", path, "STAB");
    declared("liu.legal", path, "PIA");
    declared("zhang.engineering", path, "FAILOVER");
    as(
            "yang.ethics",
            path + "/ethics-decisions",
            """
            {"decision": "APPROVED", "fileDigest": "%s"}\
            """
                .formatted(Digest.of("ETH")))
        .expect(200);
  }

  private void measured(String who, String path, String kind, String measures) {
    as(
            who,
            path + "/evidence",
            """
            {"kind": "%s", "fileDigest": "%s", "measures": {%s}, "ranAt": "%s"}\
            """
                .formatted(kind, Digest.of(kind), measures, Instant.now(clock)))
        .expect(200);
  }

  private void declared(String who, String path, String kind) {
    as(
            who,
            path + "/evidence",
            """
            {"kind": "%s", "fileDigest": "%s", "passed": true}\
            """
                .formatted(kind, Digest.of(kind)))
        .expect(200);
  }

  private void score(String path) {
    String body =
        """
        {"dimension": "%s", "points": 4, "evidence": ["%s"], "rationale": "证据充分"}\
        """;
    as("li.secretary", path + "/scores", body.formatted("SAFE", "SEC")).expect(200);
    as("li.secretary", path + "/scores", body.formatted("EFFECTIVE", "TECH")).expect(200);
    as("li.secretary", path + "/scores", body.formatted("FAIR", "FAIR")).expect(200);
    as("li.secretary", path + "/scores", body.formatted("EXPLAINABLE", "CLIN")).expect(200);
  }

  private void pilot(String path) {
    as(
            "zhao.applicant",
            path + "/pilot",
            Facts.simulatedPilot(stage.recall(product.application() + ".digest"), today()))
        .expect(200);
    as("zhao.applicant", path + "/pilot/runs", Facts.HARMLESS_RUN).expect(200);
    as("zhao.applicant", path + "/pilot/results", Facts.GOOD_RESULTS).expect(200);
  }

  private void vote(String path) {
    Panel.agrees(
        stage,
        path,
        """
        , "stage": "ADMISSION", "egress": "%s"\
        """
            .formatted(egress));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(Instant.now(clock), ZoneOffset.UTC);
  }

  private Answer as(String who, String path, String body) {
    return stage.person(who).post(Part.ADMISSION, path, body);
  }
}
