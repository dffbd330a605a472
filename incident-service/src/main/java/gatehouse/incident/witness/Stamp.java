package gatehouse.incident.witness;

import java.time.Instant;

/**
 * What a time-stamping authority has said of a checkpoint.
 *
 * @param token RFC 3161 TimeStampToken, DER in Base64, over the SHA-256 of the note's UTF-8 bytes
 * @param stampedAt the authority's time in it
 */
public record Stamp(String origin, long size, String token, Instant stampedAt) {}
