package gatehouse.journal.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of an entry that others are told; without a topic nobody is. */
// Arrays in a record compare by identity; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ToldPart(
    UUID id,
    String type,
    String subject,
    Instant occurredAt,
    @Nullable String topic,
    @Nullable String requestId,
    byte[] body) {

  /** What waits to be told, by its number. */
  public record Next(long seq, ToldPart entry) {}
}
