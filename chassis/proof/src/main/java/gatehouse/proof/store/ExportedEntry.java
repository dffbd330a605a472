package gatehouse.proof.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier needs to compute an entry's leaf, and the leaf that was once computed.
 *
 * @param salt null for format 1, and for an erased entry
 * @param commitment only of an erased entry
 */
// Arrays in a record compare by identity; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ExportedEntry(
    long seq,
    byte[] leaf,
    UUID id,
    String type,
    @Nullable String topic,
    @Nullable String requestId,
    byte @Nullable [] salt,
    byte @Nullable [] commitment,
    byte[] body) {}
