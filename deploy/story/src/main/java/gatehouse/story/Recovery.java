package gatehouse.story;

import gatehouse.story.admission.Panel;
import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The way back from a stop of the story's first application. */
public final class Recovery {
  private static final Duration NEWS_COME_ROUND = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(50);

  private Recovery() {}

  /** Evaluates, has both sides sign, and lifts. */
  public static void lift(Stage stage, String stop) {
    String recovery = evaluate(stage, stop);
    panelAgrees(stage, stop, recovery);
    sign(stage, recovery, "zhang.engineering", "ENGINEERING").expect(200);
    sign(stage, recovery, "wang.clinical", "CLINICAL").expect(200);
    stage.person("feng.affairs").post(Part.INCIDENT, "/v1/stops/" + stop + "/lift", "").expect(200);
  }

  /** The evaluation of the fault and its fix; returns the recovery's id. */
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
    return recovery;
  }

  /** The panel decides in admission on what was found out, and incident-service hears of it. */
  static void panelAgrees(Stage stage, String stop, String recovery) {
    Panel.agrees(stage, "/v1/recovery-cases/" + askPanel(stage, stop), "");
    until(
        () -> stage.person("feng.affairs").get(Part.INCIDENT, "/v1/recoveries/" + recovery),
        answer -> !answer.expect(200).body().path("missing").toString().contains("PANEL"));
  }

  /** Admission hears of a stop as everybody does: a moment behind its answer. */
  private static String askPanel(Stage stage, String stop) {
    String digest = stage.recall("note-assistant.digest");
    String asked =
        """
        {"stop": "%s", "suiteReport": "%s", "clinicalReport": "%s"}\
        """
            .formatted(stop, digest, digest);
    return until(
            () -> stage.person("li.secretary").post(Part.ADMISSION, "/v1/recovery-cases", asked),
            answer -> answer.status() != 409)
        .expect(201)
        .text("/id");
  }

  private static Answer until(Supplier<Answer> ask, Predicate<Answer> done) {
    long deadline = System.nanoTime() + NEWS_COME_ROUND.toNanos();
    Answer answer = ask.get();
    while (!done.test(answer) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK.toNanos());
      answer = ask.get();
    }
    return answer;
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
