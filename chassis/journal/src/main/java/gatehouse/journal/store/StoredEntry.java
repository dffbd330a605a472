package gatehouse.journal.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the table. The body is the envelope, byte for byte as it is published;
 * subject, version, times, actor and clauses repeat what it says, so that SQL can find them. The
 * salt binds body and request id to the leaf (format 2); without one the leaf is of format 1.
 */
// Arrays in a record compare by identity; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record StoredEntry(
    UUID id,
    String type,
    String subject,
    long version,
    Instant occurredAt,
    Instant recordedAt,
    String actorRole,
    String actorHash,
    List<String> clauses,
    @Nullable String topic,
    @Nullable String requestId,
    byte @Nullable [] salt,
    byte[] body) {

  /** What others are told. */
  public ToldPart told() {
    return new ToldPart(id, type, subject, occurredAt, topic, requestId, body);
  }

  /** An entry with its gap-free number. */
  public record Numbered(long seq, StoredEntry entry) {}
}
