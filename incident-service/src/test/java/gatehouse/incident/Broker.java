package gatehouse.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Says on the real broker what another service would say. */
public final class Broker {
  private Broker() {}

  /** The producer's own example of an event of the gateway's. */
  public static String example(String name) {
    return example("data-gateway", name);
  }

  /** The producer's own example. */
  public static String example(String service, String name) {
    try {
      return Files.readString(
          Path.of("..", service, "contracts/events", name + ".v1.example.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishes as the gateway does (CloudEvents 1.0, binary mode), and waits for the broker. */
  public static void publish(String topic, String key, String type, String value) {
    String address = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, value.getBytes(UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_source", "/gatehouse/data-gateway",
            "ce_type", type,
            "ce_time", "2026-03-02T01:05:00Z",
            "ce_subject", key,
            "ce_datacontenttype", "application/json")
        .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(event).get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not take it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
