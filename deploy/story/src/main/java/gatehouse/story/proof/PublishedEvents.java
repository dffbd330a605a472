package gatehouse.story.proof;

import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads everything that the suite has published, from the beginning to the present end. */
final class PublishedEvents {
  private static final Pattern OURS = Pattern.compile("(admission|consent|gateway|incident)\\..*");
  private static final Duration POLL = Duration.ofMillis(500);

  private PublishedEvents() {}

  /**
   * Reads and checks all events.
   *
   * @return the types that were seen
   * @throws StoryBroken when one breaks its schema or repeats an identifier
   */
  static Set<String> readAll(Stage stage, List<String> forbidden) {
    EventSchemas schemas = new EventSchemas();
    Set<String> types = new TreeSet<>();
    try (KafkaConsumer<String, String> consumer = consumer(stage)) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> OURS.matcher(topic.getKey()).matches())
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> event : consumer.poll(POLL)) {
          String type = typeOf(event);
          schemas.check(type, event.value());
          for (String identifier : forbidden) {
            stage.expect(!event.value().contains(identifier), "an event repeats " + identifier);
          }
          types.add(type);
        }
      }
    }
    return types;
  }

  private static String typeOf(ConsumerRecord<String, String> event) {
    Header type = event.headers().lastHeader("ce_type");
    if (type == null) {
      throw new StoryBroken("an event without ce_type on " + event.topic());
    }
    return new String(type.value(), StandardCharsets.UTF_8);
  }

  private static KafkaConsumer<String, String> consumer(Stage stage) {
    Map<String, Object> settings = stage.places().broker();
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }
}
