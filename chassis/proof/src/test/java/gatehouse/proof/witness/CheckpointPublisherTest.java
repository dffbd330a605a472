package gatehouse.proof.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Topic;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.proof.Stage;
import gatehouse.proof.inspect.BreakFound;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import gatehouse.verify.tree.Proofs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a witness hears, judged by the verifier, which shares no code with the journal. */
class CheckpointPublisherTest {
  private static final String TOPIC = "stage.checkpoint.v1";
  private static final Path CONTRACT = Path.of("contracts/events");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Stage stage = new Stage();
  private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
  private EmbeddedKafka broker;
  private Sequencer sequencer;
  private CheckpointPublisher publisher;

  @BeforeEach
  void open() {
    broker = EmbeddedKafka.temporary();
    broker.create(List.of(new Topic(TOPIC, 1, Topic.Cleanup.DELETE, "stage", Set.of())));
    sequencer = new Sequencer(stage.journal(), stage.connections(), InstantSource.system());
    sequencer.loop().start();
    publisher = started();
  }

  @AfterEach
  void close() {
    publisher.stop(new ShutdownEvent());
    sequencer.loop().stop();
    broker.close();
  }

  @Test
  void eachCheckpointProvesThatItGoesOnFromTheOneBefore() throws Exception {
    tell(3);
    tell(5);
    // Another instance takes over and goes on from what was told.
    publisher.stop(new ShutdownEvent());
    publisher = started();
    tell(300);

    List<JsonNode> told = told();
    assertThat(told.getFirst().path("previous").asLong()).isZero();
    for (JsonNode each : told) {
      Checkpoint checkpoint = Checkpoint.parse(each.path("note").asText());
      VerifierKey key = VerifierKey.parse(each.path("verifierKey").asText());
      assertThat(checkpoint.note().isSignedBy(List.of(key))).isTrue();
      assertThat(checkpoint.size()).isEqualTo(each.path("size").asLong());
    }
    for (int i = 1; i < told.size(); i++) {
      JsonNode later = told.get(i);
      Checkpoint first = Checkpoint.parse(told.get(i - 1).path("note").asText());
      assertThat(later.path("previous").asLong()).isEqualTo(first.size());
      assertThat(
              Proofs.extend(
                  first.head(),
                  Checkpoint.parse(later.path("note").asText()).head(),
                  path(later.path("proof"))))
          .isTrue();
    }
  }

  @Test
  void whatIsToldIsWhatTheContractSays() throws Exception {
    tell(2);

    assertThat(faults(values().getFirst())).isEmpty();
    assertThat(faults(Files.readString(CONTRACT.resolve("checkpoint-signed.v1.example.json"))))
        .isEmpty();
    assertThat(faults("{}")).isNotEmpty();
  }

  @Test
  void aBreakIsToldOnceThoughNothingCanBeNumberedAnyMore() throws Exception {
    sequencer.loop().stop();
    stage.asOwner(
        "WITH found AS (INSERT INTO journal.breaks VALUES ('NUMBER_MISSING', 3, 4, now())"
            + " RETURNING 1) SELECT count(*) FROM found");
    Eventually.holds(
        "told", SOON, () -> stage.ask("SELECT told FROM journal.breaks").equals(List.of("t")));

    assertThat(values(BreakFound.TYPE))
        .singleElement()
        .satisfies(value -> {
          assertThat(faults("break-found", value)).isEmpty();
          assertThat(mapper.readTree(value).path("data").path("first").asLong()).isEqualTo(3);
        });
    assertThat(
            faults(
                "break-found", Files.readString(CONTRACT.resolve("break-found.v1.example.json"))))
        .isEmpty();
  }

  @Test
  void whatWasBegunToBeToldIsToldAgainBeforeWhatIsNewer() throws Exception {
    tell(3);
    publisher.stop(new ShutdownEvent());
    stage.write(Stage.entry("s", 4, null));
    Eventually.holds(
        "signed",
        SOON,
        () -> stage.ask("SELECT size FROM journal.checkpoints WHERE size = 4").size() == 1);
    // As an instance leaves it that dies before it hears the broker's answer.
    stage.ask("UPDATE journal.told SET telling = 4 RETURNING telling");
    stage.write(Stage.entry("s", 5, null));
    Eventually.holds(
        "signed",
        SOON,
        () -> stage.ask("SELECT size FROM journal.checkpoints WHERE size = 5").size() == 1);

    publisher = started();
    tell(1);

    List<JsonNode> told = told();
    assertThat(told.stream().map(each -> each.path("size").asLong())).containsSubsequence(4L, 6L);
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).path("previous").asLong())
          .isEqualTo(told.get(i - 1).path("size").asLong());
    }
  }

  private static List<Error> faults(String value) throws IOException {
    return faults("checkpoint-signed", value);
  }

  private static List<Error> faults(String event, String value) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(CONTRACT.resolve(event + ".v1.schema.json")), InputFormat.JSON)
        .validate(value, InputFormat.JSON);
  }

  /** Writes so many entries and waits until the checkpoint over all of them was told. */
  private void tell(int entries) throws Exception {
    for (int i = 0; i < entries; i++) {
      stage.write(Stage.entry("s", i, null));
    }
    Eventually.holds(
        "told",
        SOON,
        () ->
            stage
                .ask("SELECT size FROM journal.told")
                .equals(stage.ask("SELECT count(*) FROM journal.entries")));
  }

  private List<JsonNode> told() throws Exception {
    List<JsonNode> told = new ArrayList<>();
    for (String value : values()) {
      told.add(mapper.readTree(value).path("data"));
    }
    return told;
  }

  private List<String> values() {
    return values(CheckpointPublisher.TYPE);
  }

  private List<String> values(String type) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          assertThat(
                  new String(
                      record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
              .isEqualTo(type);
          values.add(record.value());
        }
      }
    }
    return values;
  }

  private static List<byte[]> path(JsonNode proof) {
    return StreamSupport.stream(proof.spliterator(), false)
        .map(hash -> HexFormat.of().parseHex(hash.asText()))
        .toList();
  }

  private CheckpointPublisher started() {
    CheckpointPublisher made =
        new CheckpointPublisher(
            stage.journal(),
            stage.proof(
                Map.of(
                    "gatehouse.proof.witness.topic",
                    TOPIC,
                    "gatehouse.proof.witness.every",
                    "PT0.02S")),
            stage.connections(),
            Stage.ENVELOPES,
            Map.of("bootstrap.servers", broker.bootstrap()));
    made.start(new StartupEvent());
    return made;
  }
}
