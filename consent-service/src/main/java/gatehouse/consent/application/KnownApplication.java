package gatehouse.consent.application;

import java.time.Instant;

/**
 * One version of what admission-service said of an application.
 *
 * @param id admission-service's id
 * @param code its code
 * @param tier its tier
 * @param status admission-service's word for its state, such as {@code ACTIVE}
 * @param version grows with every change at the owner
 * @param learnedAt when this service learned it
 */
public record KnownApplication(
    String id, ApplicationCode code, Tier tier, String status, long version, Instant learnedAt) {

  /** Whether a stop order holds it. A copy may deny, even if it may not permit. */
  public boolean isStopped() {
    return status.equals("STOPPED");
  }
}
