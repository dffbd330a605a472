package gatehouse.consent.application;

import java.time.Instant;

/**
 * One version of what admission-service said of an application.
 *
 * @param id admission-service's id
 * @param code its code
 * @param tier its tier
 * @param admitted what stands behind the code
 * @param version grows with every change at the owner
 * @param learnedAt when this service learned it
 */
public record KnownApplication(
    String id,
    ApplicationCode code,
    Tier tier,
    Admitted admitted,
    long version,
    Instant learnedAt) {}
