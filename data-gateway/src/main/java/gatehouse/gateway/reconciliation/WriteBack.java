package gatehouse.gateway.reconciliation;

import java.time.Instant;
import java.util.UUID;

/**
 * A record system says that it wrote an output. Taken as a fact also when nothing allowed it: a
 * hospital must know what stands in its records.
 *
 * @param contentDigest of the text as it stands there
 * @param client the system that wrote
 */
public record WriteBack(
    UUID id, UUID output, String contentDigest, Instant writtenAt, String client) {}
