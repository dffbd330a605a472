package gatehouse.faults.egress;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.faults.check.Finding;
import gatehouse.faults.load.Hospital;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.story.OpenDoor;
import gatehouse.story.Recovery;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.StoryBroken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Many stops of one application, each lifted before the next. */
public final class StopTrials {
  private static final int MOST_FAILURES = 5;
  private static final int PROGRESS = 20;
  private static final Duration TOKENS = Duration.ofMinutes(2);

  private final SuiteUnderFault suite;
  private final Hospital hospital;
  private final Path file;
  private final Consumer<String> out;
  private final CountDownLatch over;
  private final List<Seen> seen = new ArrayList<>();
  private long asked;
  private long stops;
  private long withdrawals;
  private long vendors;
  private long tokensFrom = System.nanoTime();

  /**
   * @param file keeps what was seen of each stop, also of those of earlier legs
   * @param out hears of the progress
   * @param over ends the trials when it is counted down
   */
  public StopTrials(
      SuiteUnderFault suite,
      Hospital hospital,
      Path file,
      Consumer<String> out,
      CountDownLatch over) {
    this.suite = suite;
    this.hospital = hospital;
    this.file = file;
    this.out = out;
    this.over = over;
  }

  /** Reads what earlier legs have seen; where there was none, admits the application. */
  public void prepare() {
    if (Files.exists(file)) {
      seen.addAll(SeenFile.read(file));
      SeenFile.learned(file).forEach(hospital.first()::learn);
    } else {
      OpenDoor.open(hospital.first());
      vendors++;
      SeenFile.keepLearned(file, hospital.first().learned());
      SeenFile.begin(file);
    }
  }

  /** What can be wrong while an application is stopped, for people to choose from. */
  public static String wrongs() {
    return Arrays.stream(Disturbance.values())
        .map(Disturbance::label)
        .collect(Collectors.joining("; "));
  }

  /**
   * Stops until it was done that often in all legs, and lifts again.
   *
   * @param during words of what is to be wrong meanwhile; none means a mixture
   */
  public StopFigures run(int times, List<String> during) throws InterruptedException {
    hospital.forgetTokens();
    long begun = System.nanoTime();
    int earlier = seen.size();
    try (Askers askers = new Askers(hospital)) {
      int failures = 0;
      for (int number = earlier; number < times && over.getCount() > 0; number++) {
        Disturbance disturbance = Disturbance.ofTrial(number, during);
        try {
          trial(askers, disturbance);
          failures = 0;
        } catch (StoryBroken e) {
          out.accept("NOT DONE: " + disturbance.label() + ": " + e.getMessage());
          if (++failures == MOST_FAILURES) {
            throw e;
          }
        }
        if ((number + 1) % PROGRESS == 0) {
          long each = (System.nanoTime() - begun) / (number + 1 - earlier);
          Duration left = Duration.ofNanos(each * (times - number - 1));
          out.accept(
              "%d of %d stops, %d:%02d to go"
                  .formatted(number + 1, times, left.toMinutes(), left.toSecondsPart()));
        }
      }
      asked += askers.asked();
    }
    return new StopFigures(seen);
  }

  /**
   * Stops once more, when one gateway has been planted the missing lease check.
   *
   * @return empty if that was seen, and otherwise that this harness is blind
   */
  public List<Finding> prove() throws InterruptedException {
    hospital.forgetTokens();
    try (Askers askers = new Askers(hospital)) {
      trial(askers, Disturbance.GATEWAYS_CUT_OFF);
      asked += askers.asked();
    }
    List<Finding> found = seen.getLast().findings();
    found.forEach(one -> out.accept("as it must be with the planted bug: " + one));
    return found.isEmpty()
        ? List.of(
            new Finding(
                Finding.Kind.UNSEEN, "data-gateway", "the missing lease check was not seen"))
        : List.of();
  }

  /** How many stops have been seen in all legs. */
  public int done() {
    return seen.size();
  }

  /** What these stops have asked of the services, by the type of entry that it leaves. */
  public Map<String, Long> attempts() {
    return Map.of(
        "gatehouse.gateway.permit.decided.v1", asked,
        "gatehouse.incident.incident.reported.v1", stops,
        "gatehouse.consent.withdrawal.received.v1", withdrawals,
        "gatehouse.admission.product.vendor-registered.v1", vendors);
  }

  private void trial(Askers askers, Disturbance disturbance) throws InterruptedException {
    if (System.nanoTime() - tokensFrom > TOKENS.toNanos()) {
      hospital.forgetTokens();
      tokensFrom = System.nanoTime();
    }
    liftAll();
    stops++;
    asked += disturbance == Disturbance.STREAM_BROKEN ? 1 : 0;
    withdrawals += disturbance == Disturbance.NONE ? 1 : 0;
    try {
      if (disturbance == Disturbance.STREAM_BROKEN) {
        askers.awaitAnswers();
      }
      seen.add(
          disturbance == Disturbance.STREAM_BROKEN
              ? new BrokenStream(suite, hospital).run()
              : new StopTrial(suite, hospital.first(), askers, disturbance).run());
      SeenFile.add(file, seen.getLast());
    } finally {
      suite.heal();
    }
  }

  private void liftAll() {
    JsonNode orders =
        hospital
            .first()
            .person("zheng.duty")
            .get(Part.INCIDENT, "/v1/stops")
            .expect(200)
            .body()
            .path("inForce");
    for (JsonNode order : orders) {
      Recovery.lift(hospital.first(), order.path("stopId").asText());
    }
  }
}
