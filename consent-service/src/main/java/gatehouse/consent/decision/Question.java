package gatehouse.consent.decision;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.subject.SubjectRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * May this application be used on this person for this purpose?
 *
 * @param subject the person
 * @param application the application
 * @param tier what the asker knows of its tier, or null
 * @param purpose a code, which may be a forbidden one
 * @param categories which data; none named means all that the scope may take
 * @param encounter the encounter, or null
 * @param collectedAt when the data were collected, or null when that does not matter
 * @param at the time that is asked about
 * @param knownAt as things were known at this time
 */
public record Question(
    SubjectRef subject,
    ApplicationCode application,
    @Nullable Tier tier,
    String purpose,
    SortedSet<Category> categories,
    @Nullable String encounter,
    @Nullable Instant collectedAt,
    Instant at,
    Instant knownAt) {

  /** The purpose, or nothing when it is not one that data may serve. */
  public Optional<Purpose> permittedPurpose() {
    return Purpose.permitted(purpose);
  }

  /** The same question about these data. */
  Question about(Set<Category> data) {
    return new Question(
        subject,
        application,
        tier,
        purpose,
        new TreeSet<>(data),
        encounter,
        collectedAt,
        at,
        knownAt);
  }

  /** The same question about another time. */
  Question at(Instant at, Instant knownAt) {
    return new Question(
        subject, application, tier, purpose, categories, encounter, collectedAt, at, knownAt);
  }
}
