package gatehouse.consent.application;

import org.jspecify.annotations.Nullable;

/**
 * What was admitted under an application's code. Parts that admission-service did not tell are
 * null.
 *
 * @param product its name
 * @param digest digest of the version
 * @param vendor code of its vendor
 * @param department code of the department that uses it
 */
public record Admitted(
    @Nullable String product,
    @Nullable String digest,
    @Nullable String vendor,
    @Nullable String department) {}
