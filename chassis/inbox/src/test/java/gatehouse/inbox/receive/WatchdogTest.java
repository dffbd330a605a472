package gatehouse.inbox.receive;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Topics;
import gatehouse.inbox.InboxSettings;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.journal.JournalSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers that do not do their work, over a real broker, and what is seen of it from outside. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "inboxtest"))
class WatchdogTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Three partitions; the application of this test reads it. */
  private static final String READ_BY_ALL = "incident.failover.v1";

  /** One partition; nobody else in this module reads it. */
  private static final String OWN = "incident.witness.v1";

  private static final int KEYS = 30;

  @Inject InboxSettings inbox;
  @Inject JournalSettings settings;
  @Inject Delivery delivery;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger taken = new AtomicInteger();
  private final Alarms alarms = Alarms.of(Watchdog.class);

  @AfterEach
  void end() {
    alarms.close();
  }

  @Test
  void whatWaitsAtAnInstanceThatTakesNothingIsToldUntilItIsTaken() throws Exception {
    awaitReadiness(200);
    try (KafkaConsumer<byte[], byte[]> stuck =
        stuckMember(settings.service() + '.' + READ_BY_ALL)) {
      tellEachPartition();

      awaitReadiness(503);
      assertThat(stalledOfAll()).isEqualTo(1);
      assertThat(alarms.errors())
          .singleElement()
          .asString()
          .contains(READ_BY_ALL, "alive true, hangs false, silent true");
      Eventually.holds(
          "still told while what the other partitions hold is taken",
          SOON,
          () -> {
            tellEachPartition();
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
            return lagOfAll() > 2 * KEYS;
          });
      assertThat(stuck.assignment()).isNotEmpty();
    }

    awaitReadiness(200);
    assertThat(stalledOfAll()).isZero();
    assertThat(alarms.errors()).as("told once").hasSize(1);
    Eventually.holds("nothing waits any more", SOON, () -> lagOfAll() == 0);
  }

  /** A class that cannot be loaded is no exception; it may be there again a second later. */
  @Test
  void aReaderThatMeetsAnErrorIsToldAndGoesOnWhenItIsOver() throws Exception {
    Map<String, Object> broken = new HashMap<>(kafka);
    broken.put("interceptor.classes", List.of(Broken.class));
    Receivers receivers = new Receivers(settings, List.of(new Counting()), delivery, broken);
    Watchdog watchdog = new Watchdog(inbox, settings, receivers, kafka, meters);
    receivers.start(new StartupEvent());
    watchdog.start(new StartupEvent());
    Topics.publish(OWN, "first", "gatehouse.other.thing.changed.v1", envelope());
    Eventually.holds("taken", SOON, () -> taken.get() == 1);
    assertThat(watchdog.stalled()).isEmpty();

    Broken.broken = true;
    Topics.publish(OWN, "second", "gatehouse.other.thing.changed.v1", envelope());

    Eventually.holds("told", SOON, () -> watchdog.stalled().equals(List.of(OWN)));
    assertThat(meters.get("journal.receive.stalled").tag("topic", OWN).gauge().value())
        .isEqualTo(1);
    assertThat(alarms.errors()).singleElement().asString().contains(OWN, "alive true");
    assertThat(taken).hasValue(1);
    Broken.broken = false;
    Eventually.holds("taken when it is over", SOON, () -> taken.get() == 2);
    Eventually.holds("told no more", SOON, () -> watchdog.stalled().isEmpty());
    watchdog.stop(new ShutdownEvent());
    receivers.stop(new ShutdownEvent());
  }

  /** Its name may be resolved again later; a reader that is dead is told of without Kafka. */
  @Test
  void aBrokerWhoseNameNobodyKnowsDoesNotEndTheWatch() throws Exception {
    Map<String, Object> nowhere = new HashMap<>(kafka);
    nowhere.put("bootstrap.servers", "broker.invalid:9092");
    Receivers neverStarted = new Receivers(settings, List.of(new Counting()), delivery, kafka);
    Watchdog watchdog = new Watchdog(inbox, settings, neverStarted, nowhere, meters);

    watchdog.start(new StartupEvent());

    Eventually.holds("told", SOON, () -> watchdog.stalled().equals(List.of(OWN)));
    watchdog.stop(new ShutdownEvent());
  }

  /** Stays in the group by its heartbeats, holds its partitions, and never asks for a record. */
  private KafkaConsumer<byte[], byte[]> stuckMember(String group) throws Exception {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("group.id", group);
    properties.put("enable.auto.commit", false);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(READ_BY_ALL));
    Eventually.holds(
        "holds partitions",
        SOON,
        () -> {
          consumer.poll(Duration.ofMillis(100));
          return !consumer.assignment().isEmpty();
        });
    return consumer;
  }

  private static void tellEachPartition() {
    for (int i = 0; i < KEYS; i++) {
      Topics.publish(READ_BY_ALL, "watched-" + i, "gatehouse.other.thing.changed.v1", envelope());
    }
  }

  private static String envelope() {
    return "{\"aggregateId\":\"a\",\"version\":1,\"data\":{\"do\":\"take\"}}";
  }

  private static void awaitReadiness(int status) throws Exception {
    Eventually.holds(
        "readiness " + status,
        SOON,
        () -> RestAssured.get("/q/health/ready").statusCode() == status);
  }

  private static double stalledOfAll() {
    return metric("journal_receive_stalled");
  }

  private static double lagOfAll() {
    return metric("journal_receive_lag");
  }

  private static double metric(String name) {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + '{') && line.contains(READ_BY_ALL))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private final class Counting implements Receiver {
    @Override
    public String topic() {
      return OWN;
    }

    @Override
    public void receive(ReceivedEvent event) {
      taken.incrementAndGet();
    }
  }

  /** While it is broken it fails as a class that cannot be loaded does. */
  public static final class Broken implements ConsumerInterceptor<byte[], byte[]> {
    private static volatile boolean broken;

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
      if (broken && !records.isEmpty()) {
        throw new NoClassDefFoundError("a class that the reader needs");
      }
      return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
  }
}
