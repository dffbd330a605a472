package gatehouse.faults.fault;

import gatehouse.faults.check.Topics;
import gatehouse.faults.suite.Extent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who may write to the topics and should not. */
public final class Mischief {
  /** The topic of the station, whose every effect can be counted. */
  public static final String STATION = "faults.station.v1";

  private static final long OLD_RECORDS = 100;

  private final Topics topics;
  private final Map<String, Object> settings;
  private final RandomGenerator dice;

  /**
   * Mischief at one broker.
   *
   * @param broker with what its operator comes to it, whom no rule keeps from writing
   */
  public Mischief(Map<String, Object> broker, RandomGenerator dice) {
    this.topics = new Topics(broker);
    this.settings = new HashMap<>(broker);
    this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
    this.dice = dice;
  }

  /** The station's, and every topic from which one service learns of another. */
  List<String> topics(Extent extent) {
    return switch (extent) {
      case JOURNAL -> List.of(STATION);
      case EVERYTHING ->
          List.of(
              STATION,
              "incident.stop.v1",
              "consent.withdrawal.v1",
              "admission.application.v1",
              "admission.case.v1",
              "gateway.block.v1",
              "gateway.output.v1");
    };
  }

  /**
   * Bytes that mean nothing: at the station, which has no operator, under a key of their own,
   * elsewhere under that of a subject of which the topic tells.
   */
  void poison(String topic) throws InterruptedException {
    byte[] value = new byte[64];
    Random own = new Random(dice.nextLong());
    own.nextBytes(value);
    byte[] key = ("poison-" + Long.toHexString(own.nextLong())).getBytes(StandardCharsets.UTF_8);
    List<ProducerRecord<byte[], byte[]>> live = topic.equals(STATION) ? List.of() : again(topic);
    send(
        List.of(
            live.isEmpty()
                ? new ProducerRecord<>(topic, key, value)
                : under(live.get(own.nextInt(live.size())), value)));
  }

  private static ProducerRecord<byte[], byte[]> under(
      ProducerRecord<byte[], byte[]> subject, byte[] value) {
    return new ProducerRecord<>(subject.topic(), subject.partition(), subject.key(), value);
  }

  /** The latest events once more, as they were. */
  public void repeat(String topic) throws InterruptedException {
    send(again(topic));
  }

  /** The latest events once more, in another order. */
  void shuffle(String topic) throws InterruptedException {
    List<ProducerRecord<byte[], byte[]>> records = again(topic);
    Collections.shuffle(records, new Random(dice.nextLong()));
    send(records);
  }

  private List<ProducerRecord<byte[], byte[]>> again(String topic) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> old : topics.latest(topic, OLD_RECORDS)) {
      if (old.headers().lastHeader("ce_id") != null) {
        records.add(
            new ProducerRecord<>(
                topic, old.partition(), null, old.key(), old.value(), old.headers()));
      }
    }
    return records;
  }

  private void send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(one -> sent.add(producer.send(one)));
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take the mischief", e);
    }
  }
}
