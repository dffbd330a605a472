package gatehouse.journal.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A producer that keeps the order and never gives up; opened when it is first needed. */
public final class Outlet {
  private static final int LINGER_MILLIS = 5;
  private static final int BATCH_BYTES = 128 * 1024;

  private final Map<String, Object> kafka;
  private final String client;
  private @Nullable KafkaProducer<String, byte[]> producer;

  /** A producer under that client name, with what the broker connection needs. */
  public Outlet(Map<String, Object> kafka, String client) {
    this.kafka = kafka;
    this.client = client;
  }

  /**
   * Sends the record.
   *
   * @throws org.apache.kafka.common.KafkaException if no broker was found in time
   */
  public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
    return producer().send(record);
  }

  /** The next record goes through a new producer. */
  public void drop() {
    KafkaProducer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(Duration.ZERO);
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      Map<String, Object> properties = new HashMap<>(kafka);
      properties.put(ProducerConfig.CLIENT_ID_CONFIG, client);
      properties.put(ProducerConfig.ACKS_CONFIG, "all");
      properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
      properties.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
      properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
      properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000L);
      properties.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 500L);
      properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
      // The publisher sends what one look found: a request for all of it, not for each few of it.
      properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
      properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
      open = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }
}
