package gatehouse.admission;

import java.util.List;
import java.util.UUID;

/** Request bodies, the same that the README shows. */
final class Bodies {
  private Bodies() {}

  static final List<String> QUESTIONS =
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

  static String digest(String seed) {
    String hex =
        UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    return "sha256:" + hex + hex;
  }

  static String vendor(String creditCode) {
    return """
    {"creditCode": "%s", "name": "示例医疗人工智能有限公司"}
    """
        .formatted(creditCode);
  }

  static String product(String vendor, String name, boolean device) {
    return """
    {"vendor": "%s", "name": "%s", "kind": "LLM", "device": %s}
    """
        .formatted(vendor, name, device);
  }

  static String version(String seed) {
    return """
    {"version": "1.0.0", "artefactDigest": "%s", "configDigest": "%s",
     "changeClass": "MAJOR", "releaseNote": "首次发布"}
    """
        .formatted(digest(seed), digest(seed + " configuration"));
  }

  static String scenario(String code, String department) {
    return """
    {"code": "%s", "department": "%s", "nameZh": "影像报告辅助", "nameEn": "Report assistance",
     "severity": "SERIOUS", "invasive": false, "emergency": false}
    """
        .formatted(code, department);
  }

  static String application(String code, String version, String scenario) {
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

  static String lowApplication(String code, String version, String scenario) {
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
  static String facts(String answer, String... questions) {
    StringBuilder answers = new StringBuilder();
    for (String question : QUESTIONS) {
      String given = List.of(questions).contains(question) ? answer : "NO";
      answers.append(answers.isEmpty() ? "" : ", ");
      answers.append("\"%s\": \"%s\"".formatted(question, given));
    }
    return "{\"answers\": {" + answers + "}}";
  }
}
