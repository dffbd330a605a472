package gatehouse.gateway.kept;

import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.lease.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what an answer or a call is about, as far as it is known.
 *
 * @param application the code the caller used
 * @param facts admission's facts; null while they are not known
 * @param subject reference of the patient, or null
 * @param user reference of the user, or null
 */
public record Concern(
    String application,
    @Nullable ApplicationFacts facts,
    @Nullable String subject,
    @Nullable String user) {

  /**
   * Whether the fact denies what runs already. One that only says that something changed (a new
   * signature, an application switched on) makes memory forget, and ends nothing.
   */
  public boolean isEndedBy(Fact fact) {
    return !fact.about().endsWith("_CHANGED") && isTouchedBy(fact);
  }

  /** Whether the fact may be about it. What cannot be told is. */
  public boolean isTouchedBy(Fact fact) {
    String key = fact.key();
    return switch (fact.about()) {
      case "APPLICATION", "APPLICATION_CHANGED" ->
          key.equalsIgnoreCase(application)
              || facts == null
              || key.equalsIgnoreCase(facts.id())
              || key.equalsIgnoreCase(facts.code());
      case "SUBJECT", "SUBJECT_CHANGED" -> key.equals(subject);
      case "USER" -> key.equals(user);
      default -> true;
    };
  }
}
