package gatehouse.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Request bodies, the same that the README shows. */
public final class Bodies {
  private Bodies() {}

  public static final List<String> QUESTIONS =
      List.of(
          "actsAutonomously",
          "highRiskOperation",
          "suggestsDiagnosis",
          "suggestsTreatment",
          "suggestsMedication",
          "suggestsSurgery",
          "suggestsAcuity",
          "affectsJudgement",
          "beyondAssistance",
          "invasive",
          "classThree",
          "classTwo",
          "managedAsDevice",
          "processesDeviceData");

  public static String digest(String seed) {
    String hex =
        UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    return "sha256:" + hex + hex;
  }

  public static String vendor(String creditCode) {
    return """
    {"creditCode": "%s", "name": "示例医疗人工智能有限公司"}
    """
        .formatted(creditCode);
  }

  public static String product(String vendor, String name, boolean device) {
    return """
    {"vendor": "%s", "name": "%s", "kind": "LLM", "device": %s}
    """
        .formatted(vendor, name, device);
  }

  public static String version(String seed) {
    return version(seed, "1.0.0");
  }

  public static String version(String seed, String name) {
    return """
    {"version": "%s", "artefactDigest": "%s", "configDigest": "%s",
     "changeClass": "MAJOR", "releaseNote": "首次发布"}
    """
        .formatted(name, digest(seed), digest(seed + " configuration"));
  }

  public static String scenario(String code, String department) {
    return """
    {"code": "%s", "department": "%s", "nameZh": "影像报告辅助", "nameEn": "Report assistance",
     "severity": "SERIOUS", "invasive": false, "emergency": false}
    """
        .formatted(code, department);
  }

  public static String application(String code, String version, String scenario) {
    return """
    {"code": "%s", "version": "%s", "scenario": "%s", "owner": "zhao.applicant",
     "deployments": [{"name": "in-house", "zone": "LOCAL", "country": "CN"},
                     {"name": "public-cloud", "zone": "PUBLIC", "country": "CN"}],
     "failover": {"manualRoute": {"zh": "改由值班医师人工阅片", "en": "The physician on duty reads"}},
     "workflow": {"place": "放射科 2 号诊室", "minutes": 8},
     "patientData": "REQUIRED", "egress": "DEIDENTIFIED"}
    """
        .formatted(code, version, scenario);
  }

  public static final String ACCESS =
      """
      {"humanChannel": {"zh": "一楼导医台，电话 8000", "en": "Desk on floor 1, phone 8000"},
       "accessibility": {"zh": "大字版与语音播报", "en": "Large print and read aloud"},
       "notice": {"zh": "本导诊由人工智能提供，可随时转人工", "en": "AI wayfinding; people are at hand"}}
      """;

  public static String lowApplication(String code, String version, String scenario) {
    return """
    {"code": "%s", "version": "%s", "scenario": "%s", "owner": "zhao.applicant",
     "deployments": [{"name": "in-house", "zone": "LOCAL", "country": "CN"}],
     "failover": {"manualRoute": {"zh": "请到一楼导医台", "en": "Please ask at the desk"}},
     "workflow": {"place": "门诊一楼大厅", "minutes": 5},
     "patientData": "NONE", "egress": "NONE",
     "access": {
       "humanChannel": {"zh": "一楼导医台，电话 8000", "en": "Desk on floor 1, phone 8000"},
       "accessibility": {"zh": "大字版与语音播报", "en": "Large print and read aloud"},
       "notice": {"zh": "本导诊由人工智能提供，可随时转人工", "en": "AI wayfinding; people are at hand"}}}
    """
        .formatted(code, version, scenario);
  }

  /** Answers every question with NO but the given ones, which get the answer. */
  public static String facts(String answer, String... questions) {
    StringBuilder answers = new StringBuilder();
    for (String question : QUESTIONS) {
      String given = List.of(questions).contains(question) ? answer : "NO";
      answers.append(answers.isEmpty() ? "" : ", ");
      answers.append("\"%s\": \"%s\"".formatted(question, given));
    }
    return "{\"answers\": {" + answers + "}}";
  }

  public static final String RUN =
      """
      {"place": "SIM-LAB", "harmful": false}
      """;

  public static final String RESULTS =
      """
      {"measures": {"agreement": 0.93, "downtimeMinutes": 0}}
      """;

  public static String certificate(LocalDate expires) {
    return """
    {"number": "国械注准20243210123", "deviceClass": "III", "holder": "示例医疗人工智能有限公司",
     "model": "RA-1", "intendedUse": "胸部影像报告辅助", "issued": "2024-01-01",
     "expires": "%s", "coversUse": true}
    """
        .formatted(expires);
  }

  public static String thresholds(String kind, String metric, String limit) {
    return """
    {"kind": "%s", "thresholds": [{"metric": "%s", "bound": "AT_LEAST", "limit": %s}]}
    """
        .formatted(kind, metric, limit);
  }

  public static String measured(String kind, String metric, String value, Instant ranAt) {
    return """
    {"kind": "%s", "fileDigest": "%s", "measures": {"%s": %s}, "ranAt": "%s"}
    """
        .formatted(kind, digest(kind), metric, value, ranAt);
  }

  public static String declared(String kind) {
    return """
    {"kind": "%s", "fileDigest": "%s", "passed": true}
    """
        .formatted(kind, digest(kind));
  }

  public static String ethics(String decision) {
    return """
    {"decision": "%s", "fileDigest": "%s"}
    """
        .formatted(decision, digest("ETH"));
  }

  public static String score(String dimension, String evidence) {
    return """
    {"dimension": "%s", "points": 4, "evidence": ["%s"], "rationale": "证据充分"}
    """
        .formatted(dimension, evidence);
  }

  public static String pilot(String digest, int cap, LocalDate until) {
    return """
    {"environment": "SIMULATED", "digest": "%s", "places": ["SIM-LAB"],
     "endpoints": [{"metric": "agreement", "bound": "AT_LEAST", "limit": 0.9},
                   {"metric": "downtimeMinutes", "bound": "AT_MOST", "limit": 5}],
     "cap": %d, "stopAfterHarms": 1, "until": "%s"}
    """
        .formatted(digest, cap, until);
  }

  public static String seat(String seat) {
    return """
    {"seat": "%s", "interests": "NONE"}
    """
        .formatted(seat);
  }

  public static String round(Instant closesAt) {
    return """
    {"stage": "ADMISSION", "closesAt": "%s", "egress": "DEIDENTIFIED",
     "conditions": ["仅限放射科使用"]}
    """
        .formatted(closesAt);
  }

  public static String approve(String seat, String hash) {
    return """
    {"seat": "%s", "choice": "APPROVE", "bundleHash": "%s"}
    """
        .formatted(seat, hash);
  }

  public static String reject(String seat, String hash) {
    return """
    {"seat": "%s", "choice": "REJECT", "bundleHash": "%s", "reason": "跨境条款不清",
     "releasedReason": "请补充数据条款"}
    """
        .formatted(seat, hash);
  }

  public static String check(String check, String verdict) {
    return """
    {"check": "%s", "verdict": "%s", "reason": "见审查表"}
    """
        .formatted(check, verdict);
  }

  public static String standing(String code, @Nullable String digest, @Nullable String user) {
    return """
    {"application": "%s", "productDigest": %s, "user": %s, "place": "RADIOLOGY"}
    """
        .formatted(code, quoted(digest), quoted(user));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
