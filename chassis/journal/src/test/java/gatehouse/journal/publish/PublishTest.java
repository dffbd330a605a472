package gatehouse.journal.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Ports;
import gatehouse.embedded.Topic;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.Stage;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishTest {

  private static final String TOPIC = "stage.thing.v1";
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int WRITERS = 16;
  private static final int EACH = 200;
  private static final int SUBJECTS = 50;

  @TempDir Path folder;

  private final int port = Ports.free();
  private final int controllerPort = Ports.free();
  private final Stage stage = new Stage();
  private EmbeddedKafka broker;
  private Sequencer sequencer;
  private Publisher publisher;

  @BeforeEach
  void open() {
    broker = EmbeddedKafka.start(folder, port, controllerPort);
    broker.create(List.of(new Topic(TOPIC, 3, Topic.Cleanup.DELETE, "stage", Set.of())));
    JournalSettings settings = stage.settings(Map.of());
    sequencer = new Sequencer(settings, stage.connections(), InstantSource.system());
    publisher =
        new Publisher(
            settings, stage.connections(), Map.of("bootstrap.servers", "127.0.0.1:" + port));
    sequencer.loop().start();
    publisher.start(new StartupEvent());
  }

  @AfterEach
  void close() {
    publisher.stop(new ShutdownEvent());
    sequencer.loop().stop();
    broker.close();
  }

  @Test
  void orderSurvivesConcurrencyAndLostConnections() throws Exception {
    long kept = write(true);

    Map<UUID, ConsumerRecord<String, byte[]>> first = consume(kept);

    assertThat(first).hasSize((int) kept);
    assertThatVersionsAreInOrder(first);
    assertThat(stage.ask("SELECT seq FROM journal.leaves ORDER BY seq"))
        .isEqualTo(LongStream.rangeClosed(1, kept).mapToObj(Long::toString).toList());
  }

  @Test
  void eventsWaitWhileKafkaIsDownAndComeInOrder() throws Exception {
    long before = write(false);
    consume(before);
    broker.close();

    long during = write(false);
    Eventually.holds(
        "numbered without Kafka",
        LONG,
        () ->
            stage
                .ask("SELECT max(seq) FROM journal.leaves")
                .equals(List.of(Long.toString(before + during))));
    broker = EmbeddedKafka.start(folder, port, controllerPort);

    Map<UUID, ConsumerRecord<String, byte[]>> first = consume(before + during);
    assertThat(first).hasSize((int) (before + during));
    assertThatVersionsAreInOrder(first);
  }

  @Test
  void aRecordIsACloudEventInBinaryMode() throws Exception {
    StoredEntry entry = Stage.entry("subject-1", 7, TOPIC);
    stage.write(Stage.entry("inside", 1, null), entry);

    ConsumerRecord<String, byte[]> record = consume(1).values().iterator().next();

    assertThat(record.key()).isEqualTo("subject-1");
    assertThat(record.value()).isEqualTo(entry.body());
    Map<String, String> headers = new LinkedHashMap<>();
    record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
    assertThat(headers)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", entry.id().toString())
        .containsEntry("ce_source", "/gatehouse/stage")
        .containsEntry("ce_type", "gatehouse.stage.thing.changed.v1")
        .containsEntry("ce_subject", "subject-1")
        .containsEntry("ce_time", "2026-11-21T08:00:00.123456Z")
        .containsEntry("ce_datacontenttype", "application/json")
        .containsEntry("requestid", "request-1");
  }

  /** Many writers, some of which roll back; returns how many entries were committed. */
  private long write(boolean cutting) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int number = i;
        tasks.add(() -> writeSome(new Random(number), cutting && number == 0));
      }
      long kept = 0;
      for (Future<Long> task : writers.invokeAll(tasks)) {
        kept += task.get();
      }
      return kept;
    }
  }

  private long writeSome(Random random, boolean cutting) throws SQLException {
    long kept = 0;
    try (Connection connection = stage.connections().open("writer")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < EACH; i++) {
        String subject = "subject-" + random.nextInt(SUBJECTS);
        long version = lockAndCount(connection, subject);
        Entries.insert(connection, List.of(Stage.entry(subject, version, TOPIC)));
        if (random.nextInt(10) == 0) {
          // Commits late, after entries with higher positions: what a cursor would lose.
          LockSupport.parkNanos(random.nextInt(8) * 1_000_000L);
        }
        if (random.nextInt(10) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          kept++;
        }
        if (cutting && i % 40 == 0) {
          stage.cut("journal-sequencer");
          stage.cut("journal-publisher");
        }
      }
    }
    return kept;
  }

  private static long lockAndCount(Connection connection, String subject) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO aggregates VALUES (?, 1) ON CONFLICT (key)"
                + " DO UPDATE SET version = aggregates.version + 1 RETURNING version")) {
      upsert.setString(1, subject);
      try (ResultSet row = upsert.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }

  /** Reads from the beginning until so many different events came; the first of each id counts. */
  private Map<UUID, ConsumerRecord<String, byte[]>> consume(long count) throws Exception {
    Map<UUID, ConsumerRecord<String, byte[]>> first = new LinkedHashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      Eventually.holds(
          count + " events",
          LONG,
          () -> {
            consumer.poll(Duration.ofMillis(200)).forEach(one -> first.putIfAbsent(id(one), one));
            return first.size() >= count;
          });
    }
    return first;
  }

  private static UUID id(ConsumerRecord<String, byte[]> record) {
    return UUID.fromString(new String(record.headers().lastHeader("ce_id").value(), UTF_8));
  }

  private static void assertThatVersionsAreInOrder(
      Map<UUID, ConsumerRecord<String, byte[]>> first) {
    Map<String, List<Long>> versions = new LinkedHashMap<>();
    first
        .values()
        .forEach(
            one -> versions.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(version(one)));
    versions
        .values()
        .forEach(each ->
            assertThat(each).isEqualTo(LongStream.rangeClosed(1, each.size()).boxed().toList()));
  }

  private static long version(ConsumerRecord<String, byte[]> record) {
    String body = new String(record.value(), UTF_8);
    int from = body.indexOf("\"version\":") + "\"version\":".length();
    return Long.parseLong(body.substring(from, body.indexOf(',', from)));
  }
}
