package gatehouse.story;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A no is accepted when its answer comes, and enforced when its resource says that every gateway
 * has heard of it: only then nothing may go out any more (ADR 0020).
 */
final class Enforcement {
  private static final Duration LATEST = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofMillis(100);

  private Enforcement() {}

  static void await(Stage stage, Caller caller, Part owner, String resource) {
    stage.narrator().says("It is enforced when every gateway has heard of it:");
    long deadline = System.nanoTime() + LATEST.toNanos();
    Answer answer;
    do {
      LockSupport.parkNanos(LOOK.toNanos());
      answer = caller.get(owner, resource).expect(200);
      if (answer.text("/enforcement/state").equals("ENFORCED")) {
        return;
      }
    } while (System.nanoTime() < deadline);
    throw new StoryBroken("not enforced after %s: %s".formatted(LATEST, answer.body()));
  }
}
