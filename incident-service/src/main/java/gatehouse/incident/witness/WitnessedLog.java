package gatehouse.incident.witness;

import java.time.Instant;

/**
 * What is known of one log.
 *
 * @param size of the largest trusted checkpoint; 0 when there is none
 * @param trusted how many may be given to a verifier
 * @param unproven how many nothing can be said of
 * @param alarming how many contradict, or are signed with another key
 */
public record WitnessedLog(
    String origin, long size, long trusted, long unproven, long alarming, Instant lastKeptAt) {}
