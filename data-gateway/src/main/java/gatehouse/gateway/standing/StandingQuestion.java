package gatehouse.gateway.standing;

import org.jspecify.annotations.Nullable;

/**
 * What admission is asked.
 *
 * @param application the application's code
 * @param productDigest digest of the version that would run, if the caller knows it
 * @param user subject or staff id of whoever uses the application
 * @param place department code where it is used
 */
public record StandingQuestion(
    String application,
    @Nullable String productDigest,
    @Nullable String user,
    @Nullable String place) {}
