package gatehouse.gateway.standing.events;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Topics;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.gateway.standing.StopOrder;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the producer publishes, by its own example, reaches the gateway's copy. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class StopEventsTest {
  private static final String CODE = "stopped-by-event";
  private static final String ISSUED = "gatehouse.incident.stop.issued.v1";
  private static final Path EXAMPLE =
      Path.of("../incident-service/contracts/events/stop-issued.v1.example.json");

  @Inject StopCopy copy;

  @Test
  @Clause("G-51")
  void aStopThatTheOwnerHasNotToldYetDenies() throws Exception {
    Script.reset();
    Script.say("standings:" + CODE, Answers.standing(CODE, "HIGH", "NONE"));
    assertThat(ask(CODE)).contains("\"PERMIT\"");
    String stopId = UUID.randomUUID().toString();

    publish(stopId, ISSUED, issued(stopId, CODE));
    awaitStop(CODE);

    publish(stopId, "gatehouse.incident.stop.lifted.v1", lifted(stopId));
    // Of one key, so it comes behind the lift.
    publish(stopId, ISSUED, issued(UUID.randomUUID().toString(), "another"));
    awaitStop("another");
    assertThat(ask(CODE)).as("an event lifts nothing").contains("STOPPED");

    Script.say("stops", Answers.noStops());
    assertThat(ask(CODE)).contains("\"PERMIT\"");
  }

  @Test
  @Clause("G-51")
  void whatNobodyCanReadCountsAsAStopOfEverything() {
    List<List<StopOrder>> seen = new CopyOnWriteArrayList<>();
    copy.onDenial(() -> seen.add(copy.covering("whatever", null)));
    long deadline = System.nanoTime() + 30_000_000_000L;

    Topics.publishIllegible("incident.stop.v1", UUID.randomUUID().toString());
    while (seen.stream().noneMatch(StopEventsTest::isOfEverything)
        && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }

    assertThat(seen).anyMatch(StopEventsTest::isOfEverything);
    awaitNoStop("whatever");
  }

  private static boolean isOfEverything(List<StopOrder> orders) {
    return orders.stream().anyMatch(order -> order.kind() == StopOrder.Kind.ALL);
  }

  /** The owner is heard with each lease, and knows better. */
  private void awaitNoStop(String code) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (isOfEverything(copy.covering(code, null)) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(isOfEverything(copy.covering(code, null))).isFalse();
  }

  private static void awaitStop(String code) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    String answer = ask(code);
    while (!answer.contains("STOPPED") && System.nanoTime() < deadline) {
      answer = ask(code);
    }
    assertThat(answer).contains("STOPPED");
  }

  private static String ask(String code) {
    return Gateway.post(
            "/v1/permits",
            "{\"application\":\"%s\",\"patient\":{\"issuer\":\"HIS\",\"id\":\"1\"},\"purpose\":\"CARE\",\"user\":\"qian.physician\",\"dataCategories\":[]}"
                .formatted(code))
        .body();
  }

  /**
   * The producer's own example, with a scope of this test and an epoch after all answers so far.
   */
  private static String issued(String stopId, String code) throws IOException {
    return Files.readString(EXAMPLE)
        .replaceAll("\"stopId\": \"[^\"]+\"", "\"stopId\": \"" + stopId + "\"")
        .replaceAll("\"epoch\": \\d+", "\"epoch\": " + Answers.laterEpoch())
        .replaceAll("\"value\": \"[^\"]+\"", "\"value\": \"" + code + "\"");
  }

  private static String lifted(String stopId) throws IOException {
    return Files.readString(EXAMPLE.resolveSibling("stop-lifted.v1.example.json"))
        .replaceAll("\"stopId\": \"[^\"]+\"", "\"stopId\": \"" + stopId + "\"");
  }

  private static void publish(String key, String type, String value) {
    Topics.publish("incident.stop.v1", key, type, value);
  }
}
