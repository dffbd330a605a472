package gatehouse.journal.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of an entry that its leaf commits to. Without a salt the leaf is of format 1. */
// Arrays in a record compare by identity; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ProvenPart(
    UUID id,
    String type,
    @Nullable String topic,
    @Nullable String requestId,
    byte @Nullable [] salt,
    byte[] body) {

  /** What waits for its number, by the position at which it was inserted. */
  public record Queued(long position, ProvenPart entry) {}
}
