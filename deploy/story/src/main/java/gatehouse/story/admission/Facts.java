package gatehouse.story.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What applicants say of their product, in the words of ruleset v1. */
final class Facts {
  static final String HARMLESS_RUN = "{\"place\": \"SIM-LAB\", \"harmful\": false}";
  static final String GOOD_RESULTS =
      "{\"measures\": {\"agreement\": 0.93, \"downtimeMinutes\": 0}}";

  private static final List<String> QUESTIONS =
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

  private Facts() {}

  /** Every question denied, but for the named ones. */
  static String allNoBut(String answer, String... questions) {
    List<String> named = List.of(questions);
    return QUESTIONS.stream()
        .map(key -> "\"%s\": \"%s\"".formatted(key, named.contains(key) ? answer : "NO"))
        .collect(Collectors.joining(", ", "{\"answers\": {", "}}"));
  }

  /** A pilot in the simulation laboratory, its endpoints fixed beforehand. */
  static String simulatedPilot(String digest, LocalDate today) {
    return """
    {"environment": "SIMULATED", "digest": "%s", "places": ["SIM-LAB"],
     "endpoints": [{"metric": "agreement", "bound": "AT_LEAST", "limit": 0.9},
                   {"metric": "downtimeMinutes", "bound": "AT_MOST", "limit": 5}],
     "cap": 200, "stopAfterHarms": 1, "until": "%s"}\
    """
        .formatted(digest, today.plusDays(30));
  }
}
