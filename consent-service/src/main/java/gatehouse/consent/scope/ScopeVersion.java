package gatehouse.consent.scope;

import java.time.Instant;

/**
 * The terms of a scope from a moment on.
 *
 * @param number 1 for the first
 * @param terms what is asked
 * @param diff in what they are wider than the version before; empty for the first
 * @param endsOld whether the processing under the version before stops existing, so that nobody who
 *     did not agree anew is covered at all
 * @param inForceSince when it was published
 */
public record ScopeVersion(
    int number, ScopeTerms terms, MaterialDiff diff, boolean endsOld, Instant inForceSince) {}
