package gatehouse.consent.fact;

import gatehouse.consent.scope.Category;
import gatehouse.consent.text.TextDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person said, or was told. */
public sealed interface Said {
  /** How long a recording may wait for the second person. */
  Duration EVIDENCE_WAITS = Duration.ofDays(3);

  /** A word of the person that settles a matter until a newer one. */
  sealed interface Answer extends Said {}

  /** A no. */
  sealed interface No extends Answer {}

  /**
   * Yes, in a ceremony, to a version of a scope.
   *
   * @param consentId the ceremony
   * @param consentVersion the consent's version with this grant
   * @param scopeId the scope
   * @param scopeVersion the version that was signed
   * @param categories the categories that were agreed to by name
   * @param form how it was given
   * @param text what was shown
   * @param endsAt when it ends by itself, or null
   */
  record Granted(
      UUID consentId,
      long consentVersion,
      UUID scopeId,
      int scopeVersion,
      Set<Category> categories,
      ConsentForm form,
      TextDigest text,
      @Nullable Instant endsAt)
      implements Answer {

    public Granted {
      categories = Set.copyOf(categories);
    }

    /** Whether its period is over at the time. */
    public boolean isExpired(Instant time) {
      return endsAt != null && !time.isBefore(endsAt);
    }
  }

  /**
   * Yes to a notice, after a no: enough for the tiers of notices, never for a signed form.
   *
   * @param text the notice
   */
  record Accepted(TextDigest text) implements Answer {}

  /**
   * No, when asked or unasked.
   *
   * @param id the record of the refusal
   */
  record Refused(UUID id) implements No {}

  /**
   * No more.
   *
   * @param id the record of the withdrawal
   */
  record Withdrawn(UUID id) implements No {}

  /**
   * Yes by word of mouth, whose recording nobody has verified yet; no answer before that.
   *
   * @param consentId the ceremony
   */
  record SpokenYes(UUID consentId) implements Said {}

  /**
   * Saw the pop-up.
   *
   * @param text the notice
   */
  record NoticeShown(TextDigest text) implements Said {}

  /**
   * Got the paragraph.
   *
   * @param text the notice
   * @param encounter the encounter in which it was given
   */
  record NoticeGiven(TextDigest text, String encounter) implements Said {}
}
