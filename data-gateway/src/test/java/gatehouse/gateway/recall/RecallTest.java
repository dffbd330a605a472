package gatehouse.gateway.recall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Topics;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stop, heard on Kafka or with the lease, puts earlier answers back onto desks. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class RecallTest {
  private static final Path EXAMPLE =
      Path.of("../incident-service/contracts/events/stop-issued.v1.example.json");
  private static final long PATIENCE = 30_000_000_000L;

  @Inject Recalls recalls;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause({"G-28", "G-33"})
  void aStopCallsConfirmedAnswersBackUntilSomebodyReadsThemAgain() throws Exception {
    String id = Ward.answer("右下肺结节 8mm。").id();
    Ward.decide(Ward.physician(), id, "confirm", "");
    String token = Ward.json(Ward.release(id, "RECORD")).path("token").asText();
    assertThat(recalled()).doesNotContain(id);

    String stop = stop("APPLICATION", "a-note-assistant");
    awaitRecalled(id);

    HttpResponse<String> refused = Ward.redeem(token, id, Ward.digest(id));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Ward.json(refused).path("reasons").path(0).path("code").asText())
        .isEqualTo("OUTPUT_RECALLED");
    assertThat(Ward.release(id, "RECORD").statusCode()).isEqualTo(403);

    lift(stop);
    Ward.decide(Ward.physician(), id, "confirm", "");
    assertThat(recalled()).doesNotContain(id);
    assertThat(Ward.redeem(token, id, Ward.digest(id)).statusCode()).isEqualTo(200);
  }

  @Test
  @Clause({"G-28", "G-51"})
  void aStopThatOnlyTheLeaseTellsOfCallsAnswersBack() {
    String id = Ward.answer("请三日后复诊。").id();
    assertThat(recalled()).doesNotContain(id);

    Script.say(
        "stops", Answers.stopped(UUID.randomUUID().toString(), "APPLICATION", "note-assistant"));

    awaitRecalled(id);
  }

  @Test
  @Clause({"G-28", "G-51"})
  void aStopOfOneVersionLeavesTheOtherAlone() throws Exception {
    String older = Ward.answer("随诊。").id();
    Script.say("standings:note-assistant", Answers.version("note-assistant", "1.1"));
    String newer = Ward.answer("随诊。").id();

    String digest = Answers.digest("1.1").toUpperCase(Locale.ROOT);
    Script.say("stops", Answers.stopped(UUID.randomUUID().toString(), "PRODUCT", digest));
    awaitRecalled(newer);

    assertThat(recalled()).doesNotContain(older);
    HttpResponse<String> denied = ask();
    assertThat(denied.statusCode()).as(denied.body()).isEqualTo(403);
    assertThat(Ward.json(denied).at("/error/code").asText()).isEqualTo("stopped");
    Script.say("standings:note-assistant", Answers.version("note-assistant", "1.0"));
    assertThat(ask().statusCode()).isEqualTo(200);
    assertThat(recalled()).contains(newer).doesNotContain(older);
  }

  private static HttpResponse<String> ask() {
    return Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", "好", ""));
  }

  @Test
  void anAnswerOfAnotherProductIsLeftAlone() throws Exception {
    String id = Ward.answer("复查。").id();
    String covered = Ward.answer("随访。").id();

    String other = stop("PRODUCT", "SomeOtherProduct");
    String ours = stop("PRODUCT", "noteassistant");
    awaitRecalled(covered);

    assertThat(all().map(Recall.Pending::stopId)).contains(ours).doesNotContain(other);
    assertThat(recalled()).contains(id);
    JsonNode first = Ward.json(Gateway.get("/v1/recalls?limit=1", Ward.quality()));
    JsonNode second =
        Ward.json(
            Gateway.get(
                "/v1/recalls?limit=1&before=" + first.path("next").asText(), Ward.quality()));
    assertThat(first.findValuesAsText("outputId")).containsExactly(covered);
    assertThat(second.findValuesAsText("outputId")).containsExactly(id);
    lift(other);
    lift(ours);
  }

  @Test
  void theListIsNotForMachines() {
    assertThat(Gateway.get("/v1/recalls", Gateway.his()).statusCode()).isEqualTo(403);
    assertThat(Gateway.get("/v1/recalls?limit=0", Ward.quality()).statusCode()).isEqualTo(400);
  }

  private void awaitRecalled(String id) {
    long deadline = System.nanoTime() + PATIENCE;
    while (!recalled().contains(id) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(recalled()).contains(id);
  }

  /** All of them: other tests' stops have recalled more than a page holds. */
  private Set<String> recalled() {
    return all().map(Recall.Pending::output).map(UUID::toString).collect(Collectors.toSet());
  }

  private Stream<Recall.Pending> all() {
    return recalls.pending(null, Integer.MAX_VALUE).stream();
  }

  /** Issued now, with an epoch that no owner's answer of this run overtakes before it is lifted. */
  private static String stop(String kind, String value) throws IOException {
    String stopId = UUID.randomUUID().toString();
    publish(
        stopId,
        "gatehouse.incident.stop.issued.v1",
        Files.readString(EXAMPLE)
            .replaceAll("\"stopId\": \"[^\"]+\"", "\"stopId\": \"" + stopId + "\"")
            .replaceAll("\"kind\": \"[^\"]+\"", "\"kind\": \"" + kind + "\"")
            .replaceAll("\"value\": \"[^\"]+\"", "\"value\": \"" + value + "\""));
    return stopId;
  }

  private static void lift(String stopId) throws IOException {
    publish(
        stopId,
        "gatehouse.incident.stop.lifted.v1",
        Files.readString(EXAMPLE.resolveSibling("stop-lifted.v1.example.json"))
            .replaceAll("\"stopId\": \"[^\"]+\"", "\"stopId\": \"" + stopId + "\""));
  }

  private static void publish(String key, String type, String value) {
    Topics.publish("incident.stop.v1", key, type, Instant.now().toString(), value);
  }
}
