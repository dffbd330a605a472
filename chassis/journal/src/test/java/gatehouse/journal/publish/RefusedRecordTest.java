package gatehouse.journal.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Topic;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.Stage;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.journal.store.StoredEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that the broker refuses for itself, while it would take those behind it. */
class RefusedRecordTest {

  private static final String TOPIC = "stage.thing.v1";
  private static final Duration LONG = Duration.ofSeconds(60);

  // Longer than the producer's batches, so that the large record is a batch of its own.
  private static final int SMALL = 200_000;
  private static final int LARGE = 400_000;
  private static final int BEHIND = 400;

  private final EmbeddedKafka broker = EmbeddedKafka.temporary();

  @BeforeEach
  void refuseWhatIsLarge() throws Exception {
    broker.create(List.of(new Topic(TOPIC, 1, Topic.Cleanup.DELETE, "stage", Set.of())));
    take(SMALL);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void nothingOvertakesARefusedRecord() throws Exception {
    Outlet outlet = new Outlet(Map.of("bootstrap.servers", broker.bootstrap()), "outlet");
    // Longer than a batch of the producer's, so that there are requests behind the refused one.
    List<Future<?>> answers = new ArrayList<>();
    answers.add(outlet.send(new ProducerRecord<>(TOPIC, "thing", new byte[LARGE])));
    for (int i = 0; i < BEHIND; i++) {
      answers.add(outlet.send(new ProducerRecord<>(TOPIC, "thing", new byte[1_000])));
    }

    for (Future<?> answer : answers) {
      assertThat(catchThrowable(() -> answer.get(LONG.toSeconds(), TimeUnit.SECONDS))).isNotNull();
    }
    assertThat(outlet.refused(new IllegalStateException()))
        .isInstanceOf(RecordTooLargeException.class);
    outlet.drop();

    assertThat(taken()).isEmpty();
  }

  @Test
  void whatWasRefusedAndIsTakenLaterKeepsItsPlace() throws Exception {
    Stage stage = new Stage();
    JournalSettings settings = stage.settings(Map.of());
    Sequencer sequencer = new Sequencer(settings, stage.connections(), InstantSource.system());
    Publisher publisher =
        new Publisher(
            settings, stage.connections(), Map.of("bootstrap.servers", broker.bootstrap()));
    sequencer.loop().start();
    stage.write(
        Stage.entry("another", 1, TOPIC),
        large(Stage.entry("thing", 1, TOPIC)),
        Stage.entry("thing", 2, TOPIC),
        Stage.entry("thing", 3, TOPIC));
    Eventually.holds(
        "numbered",
        LONG,
        () -> stage.ask("SELECT count(*) FROM journal.leaves").equals(List.of("4")));
    publisher.start(new StartupEvent());
    Eventually.holds("the first", LONG, () -> !taken().isEmpty());
    // Time for the refusal, and to try again.
    Thread.sleep(2_500);

    List<String> meanwhile = taken();
    take(LARGE * 2);
    Eventually.holds("all", LONG, () -> taken().contains("thing 3"));
    publisher.stop(new ShutdownEvent());
    sequencer.loop().stop();

    assertThat(meanwhile).containsOnly("another 1");
    assertThat(new LinkedHashSet<>(taken()))
        .containsExactly("another 1", "thing 1", "thing 2", "thing 3");
  }

  private static StoredEntry large(StoredEntry entry) {
    String body =
        """
        {"aggregateId":"%s","version":%d,"data":{"text":"%s"}}\
        """
            .formatted(entry.subject(), entry.version(), "x".repeat(LARGE));
    return new StoredEntry(
        entry.id(),
        entry.type(),
        entry.subject(),
        entry.version(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.actorRole(),
        entry.actorHash(),
        entry.clauses(),
        entry.topic(),
        entry.requestId(),
        entry.salt(),
        body.getBytes(UTF_8));
  }

  /** From now on the broker takes records of up to so many bytes. */
  private void take(int most) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      AlterConfigOp set =
          new AlterConfigOp(
              new ConfigEntry("max.message.bytes", Integer.toString(most)), OpType.SET);
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, TOPIC), List.of(set)))
          .all()
          .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Key and version of each record that is in the topic. */
  private List<String> taken() {
    TopicPartition only = new TopicPartition(TOPIC, 0);
    List<String> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrap(), "group.id", UUID.randomUUID().toString()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
      while (consumer.position(only) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(one -> found.add(said(one)));
      }
    }
    return found;
  }

  private static String said(ConsumerRecord<String, byte[]> record) {
    String body = new String(record.value(), UTF_8);
    int from = body.indexOf("\"version\":");
    return from < 0
        ? record.key()
        : record.key() + " " + body.substring(from + 10, body.indexOf(',', from));
  }
}
