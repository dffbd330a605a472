package gatehouse.faults.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to their end, without a group. */
public final class Topics {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> settings;

  /**
   * Topics of one broker.
   *
   * @param broker with what its operator comes to it
   */
  public Topics(Map<String, Object> broker) {
    Map<String, Object> reading = new HashMap<>(broker);
    reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.settings = Map.copyOf(reading);
  }

  /** An event as the broker keeps it; id is empty where the header is missing. */
  record Published(String topic, String key, String id) {}

  /** Everything in the topics; of one key in the order of its partition. */
  List<Published> read(Collection<String> topics) {
    List<Published> found = new ArrayList<>();
    // Only what is looked at is kept: the bodies of a long run would not fit into memory.
    read(topics, Long.MAX_VALUE, record -> found.add(published(record)));
    return found;
  }

  private static Published published(ConsumerRecord<byte[], byte[]> record) {
    Header id = record.headers().lastHeader("ce_id");
    return new Published(
        record.topic(),
        record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8).intern(),
        id == null ? "" : new String(id.value(), StandardCharsets.UTF_8));
  }

  /** The last records of a topic, at most so many of each partition. */
  public List<ConsumerRecord<byte[], byte[]>> latest(String topic, long most) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    read(List.of(topic), most, found::add);
    return found;
  }

  private void read(
      Collection<String> topics, long most, Consumer<ConsumerRecord<byte[], byte[]>> found) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : topics) {
        for (PartitionInfo one : consumer.partitionsFor(topic)) {
          partitions.add(new TopicPartition(topic, one.partition()));
        }
      }
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      ends.forEach((partition, end) ->
          consumer.seek(
              partition, Math.max(begins.getOrDefault(partition, 0L), end - Math.min(most, end))));
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(found);
      }
    }
  }
}
