package gatehouse.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "inboxtest"))
class ReceiveTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject DataSource dataSource;
  @Inject Journal journal;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private KafkaProducer<String, byte[]> producer;
  private Rows rows;

  @BeforeEach
  void open() {
    rows = new Rows(dataSource);
    producer =
        new KafkaProducer<>(
            new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void whatAServiceAppendsReachesAReceiverOnce() throws Exception {
    for (int i = 1; i <= 20; i++) {
      Entry entry = entry("round-trip", i);
      QuarkusTransaction.requiringNew().run(() -> journal.append(entry));
    }

    awaitEffects("round-trip", 20);
    assertThat(rows.versions("round-trip")).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void redeliveryIsHarmless() throws Exception {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      send("again", id, body(1, "take"));
    }
    send("again", UUID.randomUUID(), body(2, "take"));

    awaitEffects("again", 2);
    assertThat(rows.versions("again")).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @CsvSource({
    "sick, refuse, java.lang.IllegalArgumentException",
    "deep, overflow,"
        + " io.quarkus.narayana.jta.QuarkusTransactionException < java.lang.StackOverflowError"
  })
  void poisonParksItsKeyAndNoOther(String sick, String poison, String reason) throws Exception {
    send(sick, UUID.randomUUID(), body(1, "take"));
    send(sick, UUID.randomUUID(), body(2, poison));
    send(sick, UUID.randomUUID(), body(3, "take"));
    // 30 keys meet every partition, the poisoned one too.
    for (int i = 0; i < 30; i++) {
      send(sick + "-well-" + i, UUID.randomUUID(), body(1, "take"));
    }

    for (int i = 0; i < 30; i++) {
      awaitEffects(sick + "-well-" + i, 1);
    }
    Eventually.holds("two parked", SOON, () -> rows.parked(sick).size() == 2);
    assertThat(rows.versions(sick)).containsExactly(1L);
    assertThat(Effects.DENIED).contains(sick).doesNotContain(sick + "-well-1");
    assertThat(rows.parked(sick)).containsExactly(reason, "waits behind a parked event of its key");
    assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("journal_receive_poison_total", "journal_parked");
  }

  @Test
  void whatCannotBeReadIsParkedAndNeverSkipped() throws Exception {
    send("broken-json", UUID.randomUUID(), "{\"version\":1,");
    send("no-data", UUID.randomUUID(), "{\"version\":1}");
    send("twice", UUID.randomUUID(), "{\"version\":1,\"version\":2,\"data\":{}}");
    producer
        .send(new ProducerRecord<>(Effects.TOPIC, "no-headers", body(1, "x").getBytes(UTF_8)))
        .get();
    producer.send(new ProducerRecord<>(Effects.TOPIC, "tombstone", null)).get();
    String random =
        "a\0"
            + new Random(1)
                .ints(20_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    send(random, UUID.randomUUID(), body(1, "take"));

    for (String key : List.of("broken-json", "no-data", "twice", "no-headers", "tombstone")) {
      Eventually.holds(key + " parked", SOON, () -> rows.parked(key).size() == 1);
      assertThat(rows.versions(key)).isEmpty();
    }
    String cut = random.replace('\0', ' ').substring(0, 300);
    Eventually.holds("long key parked", SOON, () -> rows.parked(cut).size() == 1);
  }

  @Test
  void passingTroubleParksNothing() throws Exception {
    send("patient", UUID.randomUUID(), body(1, "interrupt"));
    send("patient", UUID.randomUUID(), body(2, "take"));

    awaitEffects("patient", 2);
    assertThat(rows.versions("patient")).containsExactly(1L, 2L);
    assertThat(rows.parked("patient")).isEmpty();
  }

  @Test
  void aReaderThatHangsTakesTheServiceOutOfService() throws Exception {
    awaitReadiness(200);

    send("hangs", UUID.randomUUID(), body(1, "hang"));

    awaitReadiness(503);
    Effects.RELEASED.countDown();
    awaitReadiness(200);
    awaitEffects("hangs", 1);
  }

  private static Entry entry(String subject, long version) {
    return Entry.of("gatehouse.stage.thing.changed.v1", subject)
        .by(new Actor("TESTER", "dev.nobody"))
        .data(Map.of("n", version))
        .topic(Effects.TOPIC)
        .version(version)
        .build();
  }

  private static void awaitReadiness(int status) throws Exception {
    Eventually.holds(
        "readiness " + status,
        SOON,
        () -> RestAssured.get("/q/health/ready").statusCode() == status);
  }

  private void send(String key, UUID id, String body) throws Exception {
    Sent.to(producer, key, id, body);
  }

  private static String body(long version, String what) {
    return "{\"aggregateId\":\"a\",\"version\":%d,\"data\":{\"do\":\"%s\"},\"later\":true}"
        .formatted(version, what);
  }

  private void awaitEffects(String key, int count) throws Exception {
    Eventually.holds(count + " effects of " + key, SOON, () -> rows.versions(key).size() >= count);
    assertThat(rows.versions(key)).hasSize(count);
  }
}
