package gatehouse.inbox.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.web.RequestId;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record, and what can be read from it. Whatever its bytes are, it is never skipped. */
sealed interface Arrival {

  // Additive change is allowed to producers, ambiguity is not.
  ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What {@code Entry} allows; a longer one would not fit an index either. */
  int LONGEST_SUBJECT = 200;

  /** An event of the promised form. */
  record Legible(ReceivedEvent event, @Nullable String requestId) implements Arrival {
    String requestIdOr(String other) {
      return requestId == null ? other : requestId;
    }
  }

  /** Poison; the reason names the rule and quotes nothing. */
  record Illegible(String reason) implements Arrival {}

  static Arrival of(ConsumerRecord<byte[], byte[]> record) {
    try {
      String key = record.key() == null ? "" : new String(record.key(), UTF_8);
      String subject = header(record, "ce_subject");
      if (!subject.equals(key)) {
        return new Illegible("ce_subject differs from the key");
      }
      if (subject.length() > LONGEST_SUBJECT) {
        return new Illegible("subject is too long");
      }
      if (record.value() == null) {
        return new Illegible("no value");
      }
      JsonNode envelope = MAPPER.readTree(record.value());
      JsonNode data = envelope.path("data");
      JsonNode version = envelope.path("version");
      if (!data.isObject() || !version.isIntegralNumber()) {
        return new Illegible("envelope without data or version");
      }
      ReceivedEvent event =
          new ReceivedEvent(
              UUID.fromString(header(record, "ce_id")),
              header(record, "ce_type"),
              subject,
              Instant.parse(header(record, "ce_time")),
              version.longValue(),
              data,
              envelope);
      return new Legible(event, requestId(record));
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      return new Illegible(Trouble.name(e));
    }
  }

  private static @Nullable String requestId(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader("requestid");
    String id = header == null ? null : new String(header.value(), UTF_8);
    return RequestId.isAcceptable(id) ? id : null;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException("a header is missing");
    }
    return new String(header.value(), UTF_8);
  }
}
