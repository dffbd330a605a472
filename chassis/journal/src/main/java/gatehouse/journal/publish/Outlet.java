package gatehouse.journal.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that keeps the order and never gives up; opened when it is first needed. Once the
 * broker has refused a record it sends nothing any more, until it is dropped: what stood behind the
 * refused one would overtake it, and a receiver that has seen it once would not take it again in
 * its place.
 */
public final class Outlet {
  private static final int LINGER_MILLIS = 5;
  private static final int BATCH_BYTES = 128 * 1024;

  private final Map<String, Object> kafka;
  private final String client;
  private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
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
    Exception refused = refusal.get();
    if (refused != null) {
      return CompletableFuture.failedFuture(refused);
    }
    KafkaProducer<String, byte[]> open = producer();
    Thread caller = Thread.currentThread();
    try {
      return open.send(
          record,
          (_, trouble) -> {
            // What fails in the caller's own thread was never on its way; he sees it at once.
            if (trouble != null && !Thread.currentThread().equals(caller)) {
              end(open, trouble);
            }
          });
    } catch (IllegalStateException closed) {
      return CompletableFuture.failedFuture(refused(closed));
    }
  }

  /** What the broker refused first, if that is why a record did not get through. */
  public Throwable refused(Throwable trouble) {
    Exception first = refusal.get();
    return first == null ? trouble : first;
  }

  /** The next record goes through a new producer. */
  public void drop() {
    KafkaProducer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(Duration.ZERO);
    }
    refusal.set(null);
  }

  /**
   * In the producer's own thread, before it sends anything else: with one request on its way at a
   * time nothing of the same partition is behind the refused one yet.
   */
  private void end(KafkaProducer<String, byte[]> open, Exception trouble) {
    if (refusal.compareAndSet(null, trouble)) {
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
      properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
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
