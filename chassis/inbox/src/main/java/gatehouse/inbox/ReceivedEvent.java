package gatehouse.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as another service published it (CloudEvents 1.0, binary mode).
 *
 * @param id {@code ce_id}
 * @param type {@code ce_type}
 * @param subject {@code ce_subject}, the same as the Kafka key
 * @param time {@code ce_time}
 * @param version the aggregate's version in the envelope
 * @param data the envelope's {@code data}
 * @param envelope the whole value
 */
public record ReceivedEvent(
    UUID id,
    String type,
    String subject,
    Instant time,
    long version,
    JsonNode data,
    JsonNode envelope) {}
