package gatehouse.inbox.receive;

import gatehouse.inbox.Receiver;
import gatehouse.journal.publish.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads one topic in a thread and with a consumer group of its own. */
final class TopicLoop {

  private static final Logger LOG = Logger.getLogger(TopicLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  // What one transaction takes: enough that its commit weighs little, so few that its locks are
  // short and that what is undone with one poison is soon done again.
  private static final int RUN = 100;
  private static final int POLLED = 500;

  private final String topic;
  private final String group;
  private final List<Receiver> receivers;
  private final Delivery delivery;
  private final Map<String, Object> properties;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile long lastTurn = System.nanoTime();
  private boolean troubled;
  private String complaint = "";
  private long complainedAt;

  TopicLoop(
      String topic,
      String group,
      List<Receiver> receivers,
      Delivery delivery,
      Map<String, Object> kafka) {
    this.topic = topic;
    this.group = group;
    this.receivers = receivers;
    this.delivery = delivery;
    this.properties = properties(group, kafka);
    this.thread = Thread.ofPlatform().daemon().name("journal-" + topic).unstarted(this::run);
  }

  void start() {
    lastTurn = System.nanoTime();
    thread.start();
  }

  void askToStop() {
    stop.countDown();
  }

  void awaitStop() throws InterruptedException {
    thread.join(10_000);
  }

  String topic() {
    return topic;
  }

  String group() {
    return group;
  }

  /** False once the thread has ended without being asked to. */
  boolean isAlive() {
    return thread.isAlive() || isStopping();
  }

  /** How long ago the loop last came round, whether or not there was something to take. */
  Duration sinceLastTurn() {
    return Duration.ofNanos(System.nanoTime() - lastTurn);
  }

  private void run() {
    while (!isStopping()) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer.subscribe(List.of(topic));
        while (!isStopping()) {
          turn(consumer);
        }
      } catch (RuntimeException | Error e) {
        // An Error, too: what stays broken shows as a loop that hangs, and what passes has passed.
        complain(e);
        pause();
      }
    }
  }

  private void turn(KafkaConsumer<byte[], byte[]> consumer) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    try {
      take(records, done);
      troubled = false;
    } catch (Delivery.NotNowException e) {
      say(e);
      rewind(consumer, records, done);
      commit(consumer, done);
      pause();
      return;
    }
    commit(consumer, done);
    lastTurn = System.nanoTime();
  }

  private void take(
      ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, OffsetAndMetadata> done) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    records.forEach(all::add);
    for (int from = 0; from < all.size() && !isStopping(); from += RUN) {
      List<ConsumerRecord<byte[], byte[]>> run =
          all.subList(from, Math.min(all.size(), from + RUN));
      // Behind trouble one by one: so one event that keeps failing keeps no other from being taken.
      if (!troubled && delivery.deliverTogether(run, receivers)) {
        run.forEach(record -> taken(record, done));
      } else {
        takeOneByOne(run, done);
      }
    }
  }

  private void takeOneByOne(
      List<ConsumerRecord<byte[], byte[]>> run, Map<TopicPartition, OffsetAndMetadata> done) {
    for (ConsumerRecord<byte[], byte[]> record : run) {
      if (isStopping()) {
        return;
      }
      delivery.deliver(record, receivers);
      taken(record, done);
    }
  }

  private void taken(
      ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, OffsetAndMetadata> done) {
    done.put(
        new TopicPartition(topic, record.partition()), new OffsetAndMetadata(record.offset() + 1));
    lastTurn = System.nanoTime();
  }

  /** Goes on polling from the first record that was not taken, so as to stay in the group. */
  private static void rewind(
      KafkaConsumer<byte[], byte[]> consumer,
      ConsumerRecords<byte[], byte[]> records,
      Map<TopicPartition, OffsetAndMetadata> done) {
    for (TopicPartition partition : records.partitions()) {
      OffsetAndMetadata next = done.get(partition);
      consumer.seek(
          partition, next == null ? records.records(partition).getFirst().offset() : next.offset());
    }
  }

  private static void commit(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
    if (done.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(done);
    } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
      // Redelivery is harmless, and a later commit covers this one.
      LOG.debugf("offsets not committed: %s", e.getClass().getName());
    }
  }

  /** Once a minute while it goes on failing in the same way. */
  private void complain(Throwable e) {
    String name = Trouble.name(e);
    long now = System.nanoTime();
    if (!name.equals(complaint) || now - complainedAt > AGAIN.toNanos()) {
      LOG.errorf("reading %s failed (%s), beginning again%s", topic, name, Refusal.remedy(e));
      complaint = name;
      complainedAt = now;
    }
  }

  private void say(Delivery.NotNowException e) {
    if (!troubled) {
      LOG.warnf("events of %s wait: %s", topic, Trouble.name(e));
    }
    troubled = true;
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  private void pause() {
    try {
      boolean _ = stop.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> properties(String group, Map<String, Object> kafka) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED);
    // A killed instance gives its partitions up after this; the default of 45 s is too long a
    // silence for a stop.
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    // Waiting a minute to commit an offset at a broker that has died keeps events waiting, too.
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    properties.put(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 500L);
    properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
    return properties;
  }
}
