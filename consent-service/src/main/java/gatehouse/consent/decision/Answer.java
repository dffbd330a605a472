package gatehouse.consent.decision;

import gatehouse.consent.application.Tier;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service answers.
 *
 * @param verdict the answer
 * @param tier the tier that was applied
 * @param grounds why not, in the order of the rules; empty exactly for PERMIT
 * @param clauses ids of the clauses that the answer follows
 * @param consentId the consent that permits, or null
 * @param version that consent's version; 0 without one
 * @param textDigest what the person was shown, or has to be shown; null when nothing was published
 * @param notice the notice to show, or null
 * @param obligations what the asker has to do
 * @param validUntil when the permission ends by itself, or null
 */
public record Answer(
    Verdict verdict,
    Tier tier,
    List<Ground> grounds,
    List<String> clauses,
    @Nullable UUID consentId,
    long version,
    @Nullable TextDigest textDigest,
    @Nullable Wording notice,
    List<Obligation> obligations,
    @Nullable Instant validUntil) {

  public Answer {
    grounds = List.copyOf(grounds);
    clauses = List.copyOf(clauses);
    obligations = List.copyOf(obligations);
  }

  /** Whether anything may happen. */
  public boolean permits() {
    return verdict == Verdict.PERMIT;
  }
}
