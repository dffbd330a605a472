package gatehouse.incident.witness;

import java.time.Instant;

/**
 * A checkpoint as it was heard; never changed, never deleted.
 *
 * @param origin the log's name
 * @param size entries it speaks of
 * @param root the tree's root, hexadecimal
 * @param note the signed text, byte for byte
 */
public record KeptCheckpoint(
    String origin, long size, String root, String note, Standing standing, Instant keptAt) {}
