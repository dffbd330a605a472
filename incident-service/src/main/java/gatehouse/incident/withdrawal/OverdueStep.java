package gatehouse.incident.withdrawal;

import java.time.Instant;

/**
 * A step behind a withdrawal that was not done in time.
 *
 * @param withdrawal consent-service's id of the withdrawal
 * @param owner the role that was to do it
 * @param toldAt when consent-service said so
 */
public record OverdueStep(String withdrawal, String step, String owner, Instant toldAt) {}
