package gatehouse.story;

import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Reply;
import gatehouse.story.stage.Stage;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Chapter 5: a report without harm, a stop that survives everything, and the long way back: no lift
 * before the whole evaluation is there.
 */
final class StopChapter implements Chapter {
  private static final Duration LIFT_COMES_ROUND = Duration.ofSeconds(15);

  private final Restart restart;

  StopChapter(Restart restart) {
    this.restart = restart;
  }

  @Override
  public String title() {
    return "紧急停用 Stop: at once, and until it is proven good again";
  }

  @Override
  public void play(Stage stage) {
    report(stage);
    String stop = stop(stage);
    refused(stage);
    stage.narrator().says("Everything is restarted:");
    restart.restart(stage);
    refused(stage);

    stage.narrator().says("Lifting it without a complete evaluation is refused:");
    stage.person("feng.affairs").post(Part.INCIDENT, "/v1/stops/" + stop + "/lift", "").expect(409);
    String recovery = Recovery.evaluate(stage, stop);
    stage.narrator().says("At HIGH nobody signs before the panel agreed to this very restart:");
    Recovery.sign(stage, recovery, "zhang.engineering", "ENGINEERING")
        .expect(409)
        .expectSays("PANEL_ROUND_MISSING");
    Recovery.panelAgrees(stage, stop, recovery);
    stage.narrator().says("One signature is missing:");
    Recovery.sign(stage, recovery, "zhang.engineering", "ENGINEERING").expect(200);
    stage.person("feng.affairs").post(Part.INCIDENT, "/v1/stops/" + stop + "/lift", "").expect(409);
    Recovery.sign(stage, recovery, "wang.clinical", "CLINICAL").expect(200);
    stage.person("feng.affairs").post(Part.INCIDENT, "/v1/stops/" + stop + "/lift", "").expect(200);
    stage.narrator().says("When the lift has come round, the model may answer again:");
    answeredSoon(stage);
  }

  /** A lift opens only when every copy of the stop has heard of it. */
  private static void answeredSoon(Stage stage) {
    long deadline = System.nanoTime() + LIFT_COMES_ROUND.toNanos();
    try (Chat his = stage.chat("his")) {
      Reply reply = his.ask("note-assistant", Patient.note(), Calls.context(null));
      while (reply instanceof Reply.Refused refused
          && refused.says("G-51")
          && System.nanoTime() < deadline) {
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        reply = his.ask("note-assistant", Patient.note(), Calls.context(null));
      }
      reply.answered();
    }
  }

  private static void report(Stage stage) {
    stage
        .person("qian.physician")
        .post(
            Part.INCIDENT,
            "/v1/incidents",
            """
            {"category": "HALLUCINATION", "level": "IV", "application": "note-assistant",
             "narrative": "摘要中出现了病历里没有的过敏史，发现后未使用。"}\
            """)
        .expect(201);
  }

  private static String stop(Stage stage) {
    Caller duty = stage.person("zheng.duty");
    String stop =
        duty.post(
                Part.INCIDENT,
                "/v1/stops",
                """
                {"scope": {"kind": "APPLICATION", "value": "note-assistant"},
                 "reasonCode": "HALLUCINATION"}\
                """)
            .expect(201)
            .text("/stopId");
    Enforcement.await(stage, duty, Part.INCIDENT, "/v1/stops/" + stop);
    return stop;
  }

  private static void refused(Stage stage) {
    stage.narrator().says("The next call is refused and names the manual route:");
    try (Chat his = stage.chat("his")) {
      his.ask("note-assistant", Patient.note(), Calls.context(null))
          .refusedSaying("STOPPED", "G-51", "manualRoute");
    }
  }
}
