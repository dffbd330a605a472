package gatehouse.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says on the real broker of {@link Parts} what another service would say. */
public final class Topics {
  private Topics() {}

  /**
   * Publishes as the journal of a service does (CloudEvents 1.0, binary mode), and waits for the
   * broker.
   */
  public static void publish(String topic, String key, String type, String value) {
    publish(topic, key, type, "2026-03-02T01:05:00Z", value);
  }

  /** The same, as of a time. */
  public static void publish(String topic, String key, String type, String time, String value) {
    ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, value.getBytes(UTF_8));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/gatehouse/" + topic.substring(0, topic.indexOf('.')),
            "ce_type",
            type,
            "ce_time",
            time,
            "ce_subject",
            key,
            "ce_datacontenttype",
            "application/json")
        .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
    send(event);
  }

  /** Publishes what no journal would: bytes that are no event, and waits for the broker. */
  public static void publishIllegible(String topic, String key) {
    send(new ProducerRecord<>(topic, key, new byte[] {1, 2, 3}));
  }

  private static void send(ProducerRecord<String, byte[]> event) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", RunningParts.KAFKA.value()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(event).get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not take it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
