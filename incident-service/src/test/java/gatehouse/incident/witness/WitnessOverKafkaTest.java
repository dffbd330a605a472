package gatehouse.incident.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.incident.Broker;
import gatehouse.incident.People;
import gatehouse.verify.note.Checkpoint;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed checkpoints as the other services tell them on their topics, and what comes of each. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class WitnessOverKafkaTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONTRACT = Path.of("../chassis/proof/contracts/events");
  private static final String CONSENT = "consent.checkpoint.v1";

  @ParameterizedTest
  @ValueSource(
      strings = {"admission.checkpoint.v1", "consent.checkpoint.v1", "gateway.checkpoint.v1"})
  @Clause("E-11")
  void everyOtherServicesHistoryIsKeptWhileItGoesOn(String topic) {
    String origin = "told/" + topic;
    TestLog log = new TestLog(origin, 21).add("a", "b", "c");
    tell(topic, log.told(0));
    tell(topic, log.add("d", "e").told(3));
    tell(topic, log.told(3));

    await("both are handed out", () -> sizes(origin).equals(List.of(3L, 5L)));
    assertThat(standing(origin).path("alarming").asLong()).isZero();
    assertThat(incidentsNaming(origin)).isEmpty();
  }

  @Test
  @Clause("E-11")
  void aForkIsABreakAndIsNotHandedOut() {
    String origin = "told/forked";
    tell(CONSENT, new TestLog(origin, 22).add("a", "b", "c").told(0));
    tell(CONSENT, new TestLog(origin, 22).add("a", "X", "c", "d").told(3));

    await("an incident is open", () -> incidentsNaming(origin).size() == 1);
    JsonNode incident = incidentsNaming(origin).getFirst();
    assertThat(incident.path("level").asText()).isEqualTo("II");
    assertThat(incident.path("category").asText()).isEqualTo("JOURNAL_BREAK");
    assertThat(incident.path("narrative").asText()).contains("FORKED", "第 4 条");
    assertThat(sizes(origin)).containsExactly(3L);
    assertThat(standing(origin).path("alarming").asLong()).isEqualTo(1);
  }

  @Test
  @Clause("E-11")
  void aWrongSignatureIsNotBelievedHoweverWellTheHistoryGoesOn() {
    String origin = "told/ill-signed";
    TestLog log = new TestLog(origin, 23).add("a", "b");
    tell(CONSENT, log.told(0));
    tell(CONSENT, illSigned(log.add("c").told(2)));

    await("it is kept as what it is", () -> standing(origin).path("alarming").asLong() == 1);
    assertThat(sizes(origin)).containsExactly(2L);
    assertThat(incidentsNaming(origin))
        .singleElement()
        .satisfies(
            incident -> assertThat(incident.path("narrative").asText()).contains("FOREIGN_KEY"));
  }

  @Test
  @Clause("E-11")
  void whatIsNoCheckpointIsParkedAndHoldsUpNobodyElse() {
    String origin = "told/nonsense";
    tell(CONSENT, new ToldCheckpoint(origin, "nonsense", 0, List.of(), null));
    tell(CONSENT, new TestLog("told/behind-it", 24).add("a").told(0));

    await("the next log's is kept", () -> sizes("told/behind-it").equals(List.of(1L)));
    List<Integer> parked = parked(CONSENT);
    assertThat(parked).hasSize(1);
    assertThat(standing(origin).isMissingNode()).isTrue();
    People.as(People.ADMIN)
        .body(Map.of("topic", CONSENT, "partition", 0, "offset", parked.getFirst()))
        .post("/v1/journal/parked/discard")
        .then()
        .statusCode(200);
  }

  @Test
  void itsOwnCheckpointsAreKeptBySomebodyElse() {
    tell("incident.checkpoint.v1", new TestLog("told/own", 25).add("a").told(0));
    Broker.publish(
        "incident.checkpoint.v1",
        "told/own-broken",
        "gatehouse.journal.break.found.v1",
        "{\"aggregateId\":\"o\",\"version\":1,\"data\":"
            + "{\"origin\":\"told/own-broken\",\"kind\":\"ENTRY_CHANGED\",\"first\":7}}");

    // One partition: what came before it has been taken, too.
    await("the break behind it is heard", () -> incidentsNaming("told/own-broken").size() == 1);
    assertThat(standing("told/own").isMissingNode()).isTrue();
  }

  /** As the producer promises it, with this checkpoint in it. */
  private static void tell(String topic, ToldCheckpoint told) {
    ObjectNode event = example();
    event.put("aggregateId", told.origin());
    ObjectNode data = (ObjectNode) event.get("data");
    data.put("origin", told.origin())
        .put("note", told.note())
        .put("previous", told.previous())
        .put("verifierKey", told.verifierKey());
    told.proof().forEach(data.putArray("proof")::add);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read("checkpoint-signed.v1.schema.json"), InputFormat.JSON)
                .validate(event.toString(), InputFormat.JSON))
        .as("the test tells what the producer promises")
        .isEmpty();
    Broker.publish(
        topic, told.origin(), "gatehouse.journal.checkpoint.signed.v1", event.toString());
  }

  /** The log's own key by name, and a signature in which one bit is another. */
  private static ToldCheckpoint illSigned(ToldCheckpoint told) {
    int begin = told.note().lastIndexOf(' ') + 1;
    byte[] signature = Base64.getDecoder().decode(told.note().substring(begin).strip());
    signature[signature.length - 1] ^= 1;
    String note =
        told.note().substring(0, begin) + Base64.getEncoder().encodeToString(signature) + '\n';
    return new ToldCheckpoint(
        told.origin(), note, told.previous(), told.proof(), told.verifierKey());
  }

  private static List<Long> sizes(String origin) {
    var answer =
        People.as(People.AUDITOR).queryParam("origin", origin).get("/v1/witness/checkpoints");
    return answer.statusCode() == 404
        ? List.of()
        : Checkpoint.all(answer.then().statusCode(200).extract().asString()).stream()
            .map(Checkpoint::size)
            .toList();
  }

  /** What is listed of the log; missing while nothing is. */
  private static JsonNode standing(String origin) {
    for (JsonNode log : json(People.as(People.AUDITOR).get("/v1/witness").asString())) {
      if (log.path("origin").asText().equals(origin)) {
        return log;
      }
    }
    return JSON.missingNode();
  }

  private static List<JsonNode> incidentsNaming(String origin) {
    List<JsonNode> found = new ArrayList<>();
    String answer = People.as(People.DUTY).queryParam("limit", 200).get("/v1/incidents").asString();
    for (JsonNode incident : json(answer).path("incidents")) {
      if (incident.path("narrative").asText().contains(' ' + origin + ' ')) {
        found.add(incident);
      }
    }
    return found;
  }

  /** Offsets of what is parked of the topic. */
  private static List<Integer> parked(String topic) {
    return People.as(People.ADMIN)
        .get("/v1/journal/parked")
        .jsonPath()
        .getList("findAll { it.topic == '" + topic + "' }.offset");
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within " + SOON + ": " + what).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static ObjectNode example() {
    return (ObjectNode) json(read("checkpoint-signed.v1.example.json"));
  }

  private static String read(String name) {
    try {
      return Files.readString(CONTRACT.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
