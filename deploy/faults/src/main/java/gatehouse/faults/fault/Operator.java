package gatehouse.faults.fault;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person who looks after parked events: gives up what means nothing, and has what waits behind
 * it taken up again. Until then poison on the topic of the stops denies everything.
 */
public final class Operator {
  private static final List<Part> SERVICES =
      List.of(Part.ADMISSION, Part.CONSENT, Part.INCIDENT, Part.GATEWAY);

  /** Who reads a topic has read it by then. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final String PARKED = "/v1/journal/parked";

  private final Stage stage;

  public Operator(Stage stage) {
    this.stage = stage;
  }

  /**
   * Goes on until nothing has been parked anywhere for a while.
   *
   * @return how often somebody had to act
   */
  public int clear() throws InterruptedException {
    long begun = System.nanoTime();
    long acted = begun;
    int times = 0;
    @Nullable StoryBroken trouble = null;
    while (System.nanoTime() - acted < QUIET.toNanos()) {
      for (Part service : SERVICES) {
        try {
          if (!clearOne(service)) {
            continue;
          }
          times++;
        } catch (StoryBroken e) {
          // Behind a fault a service may need a moment before it answers.
          trouble = e;
        }
        acted = System.nanoTime();
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException("events are parked without end", trouble);
      }
      if (System.nanoTime() - acted > LOOK.toNanos()) {
        Thread.sleep(LOOK);
      }
    }
    return times;
  }

  /** The oldest is the first of its key: what refuses it again is in it. */
  private boolean clearOne(Part service) {
    Caller operator = stage.person("admin");
    JsonNode oldest = operator.get(service, PARKED + "?limit=1").expect(200).body().path(0);
    if (oldest.isMissingNode()) {
      return false;
    }
    String place =
        """
        {"topic": "%s", "partition": %d, "offset": %d}\
        """
            .formatted(
                oldest.path("topic").asText(),
                oldest.path("partition").asInt(),
                oldest.path("offset").asLong());
    JsonNode outcome = operator.post(service, PARKED + "/replay", place).expect(200).body();
    if (outcome.path("outcome").asText().equals("REFUSED_AGAIN")) {
      operator.post(service, PARKED + "/discard", place).expect(200);
    }
    return true;
  }
}
