package gatehouse.journal.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.journal.store.ToldPart;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** An entry as a Kafka record: CloudEvents 1.0, Kafka binding, binary mode. */
public final class CloudEvents {

  private CloudEvents() {}

  /** What goes to that topic; the key is the subject. */
  public static ProducerRecord<String, byte[]> record(
      String service, String topic, ToldPart entry) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, entry.subject(), entry.body());
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", entry.id().toString());
    add(headers, "ce_source", "/gatehouse/" + service);
    add(headers, "ce_type", entry.type());
    add(headers, "ce_subject", entry.subject());
    add(headers, "ce_time", entry.occurredAt().toString());
    add(headers, "ce_datacontenttype", "application/json");
    add(headers, "content-type", "application/json");
    if (entry.requestId() != null) {
      add(headers, "requestid", entry.requestId());
    }
    return record;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
