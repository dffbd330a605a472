package gatehouse.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event of another service on the topic of the test's receiver. */
final class Sent {
  private Sent() {}

  static void to(KafkaProducer<String, byte[]> producer, String key, UUID id, String body)
      throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Effects.TOPIC, key, body.getBytes(UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id.toString(),
            "ce_source", "/gatehouse/other",
            "ce_type", "gatehouse.other.thing.changed.v1",
            "ce_subject", key,
            "ce_time", "2026-11-21T08:00:00Z")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    producer.send(record).get();
  }
}
