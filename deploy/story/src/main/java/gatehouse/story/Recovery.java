package gatehouse.story;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.util.UUID;

/** The way back from a stop of the story's first application. */
public final class Recovery {
  private Recovery() {}

  /** Evaluates, has both sides sign, and lifts. */
  public static void lift(Stage stage, String stop) {
    String recovery = evaluate(stage, stop);
    sign(stage, recovery, "zhang.engineering", "ENGINEERING").expect(200);
    sign(stage, recovery, "wang.clinical", "CLINICAL").expect(200);
    stage.person("feng.affairs").post(Part.INCIDENT, "/v1/stops/" + stop + "/lift", "").expect(200);
  }

  /** Everything that a lift needs but for the two signatures; returns the recovery's id. */
  static String evaluate(Stage stage, String stop) {
    String digest = stage.recall("note-assistant.digest");
    String recovery =
        stage
            .person("zhang.engineering")
            .post(
                Part.INCIDENT,
                "/v1/stops/" + stop + "/recovery",
                """
                {"finding": "FAULT_FOUND", "rootCause": "提示词模板漏掉了来源约束。"}\
                """)
            .expect(200)
            .text("/recoveryId");
    String path = "/v1/recoveries/" + recovery;
    put(
        stage,
        "zhang.engineering",
        path + "/fix",
        """
        {"fix": "恢复来源约束并加回归用例。", "digests": ["%s"]}\
        """
            .formatted(digest));
    put(
        stage,
        "zhang.engineering",
        path + "/suite",
        """
        {"digests": ["%s"], "baseline": "NA-1 2026-01", "cases": 400, "failures": 0,
         "reportDigest": "%s"}\
        """
            .formatted(digest, digest));
    put(
        stage,
        "wang.clinical",
        path + "/clinical-check",
        """
        {"samples": 30, "disagreements": 0, "acceptable": true, "reportDigest": "%s"}\
        """
            .formatted(digest));
    put(
        stage,
        "li.secretary",
        path + "/panel",
        """
        {"round": "%s", "approved": true}\
        """
            .formatted(UUID.randomUUID()));
    return recovery;
  }

  private static void put(Stage stage, String who, String path, String body) {
    stage.person(who).post(Part.INCIDENT, path, body).expect(200);
  }

  /** One of the two sides signs. */
  static Answer sign(Stage stage, String recovery, String who, String side) {
    return stage
        .person(who)
        .post(
            Part.INCIDENT,
            "/v1/recoveries/" + recovery + "/confirmations",
            "{\"side\": \"%s\"}".formatted(side));
  }
}
