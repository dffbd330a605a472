package gatehouse.consent.decision;

import static java.util.Comparator.comparing;

import gatehouse.consent.application.KnownApplication;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.scope.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the knowledge bears on one question: only what had been said by the time that is asked
 * about, was known by the time of knowing, and reaches the application and purpose.
 *
 * @param question the question
 * @param purpose its purpose, which is a permitted one
 * @param tier the tier to apply
 * @param stopped whether a stop order covers the application
 * @param scope the newest scope of the application for the purpose, or null
 * @param notice the notice to show, or null
 * @param facts oldest first
 * @param signedSince whether the person has signed for this application, for whatever purpose,
 *     after the newest no
 */
record Situation(
    Question question,
    Purpose purpose,
    Tier tier,
    boolean stopped,
    @Nullable Scope scope,
    @Nullable Notice notice,
    List<Fact> facts,
    boolean signedSince) {

  // Down to the id, so that the order in which facts are stored never matters.
  private static final Comparator<Fact> OLDEST_FIRST =
      comparing(Fact::signedAt).thenComparing(Fact::recordedAt).thenComparing(Fact::id);

  static Situation of(Question question, Purpose purpose, Knowledge knowledge) {
    Atom atom = new Atom(question.application(), purpose);
    List<Fact> known =
        knowledge.facts().stream()
            .filter(fact -> fact.holds(question.at(), question.knownAt()))
            .sorted(OLDEST_FIRST)
            .toList();
    List<Fact> facts = known.stream().filter(fact -> fact.covers().includes(atom)).toList();
    Scope scope = scope(question, purpose, knowledge.scopes());
    return new Situation(
        withCategories(question, scope),
        purpose,
        tier(question, knowledge.application()),
        knowledge.stopped(),
        scope,
        knowledge.notice(),
        facts,
        signedSince(question, known, facts));
  }

  /** A signature for another purpose of the same application counts here, too. */
  private static boolean signedSince(Question question, List<Fact> known, List<Fact> facts) {
    Optional<Fact> no = newestNo(facts);
    return no.isPresent()
        && known.stream()
            .filter(fact -> fact.said() instanceof Said.Granted)
            .filter(fact -> fact.signedAt().isAfter(no.get().signedAt()))
            .anyMatch(fact ->
                fact.covers() instanceof Covers.OneScope(_, Atom atom)
                    && atom.application().equals(question.application()));
  }

  /** Who does not say which data asks for all that the scope may take. */
  private static Question withCategories(Question question, @Nullable Scope scope) {
    return scope != null && question.categories().isEmpty()
        ? question.about(scope.current().terms().categories())
        : question;
  }

  /** The stricter of what the asker and this service know; HIGH when neither knows anything. */
  static Tier tier(Question question, @Nullable KnownApplication application) {
    Tier asked = question.tier();
    if (application == null) {
      return asked == null ? Tier.HIGH : asked;
    }
    return asked == null ? application.tier() : Tier.stricter(asked, application.tier());
  }

  private static @Nullable Scope scope(Question question, Purpose purpose, List<Scope> scopes) {
    Instant time = question.at().isBefore(question.knownAt()) ? question.at() : question.knownAt();
    return scopes.stream()
        .filter(scope -> scope.purpose() == purpose)
        .flatMap(scope -> scope.knownAt(time).stream())
        .max(comparing(scope -> scope.versions().getFirst().inForceSince()))
        .orElse(null);
  }

  /** The newest no. Of two at one time either will do: both deny. */
  Optional<Fact> newestNo() {
    return newestNo(facts);
  }

  private static Optional<Fact> newestNo(List<Fact> facts) {
    return newest(facts.stream().filter(fact -> fact.said() instanceof Said.No).toList());
  }

  /** What was said after the newest no; what was said at the same time has lost to it. */
  List<Fact> afterNewestNo() {
    return newestNo()
        .map(no -> facts.stream().filter(f -> f.signedAt().isAfter(no.signedAt())).toList())
        .orElse(facts);
  }

  /** The newest grant of the present scope that no later no has ended. */
  Optional<Fact> newestGrant() {
    Scope present = scope;
    if (present == null) {
      return Optional.empty();
    }
    return newest(
        afterNewestNo().stream()
            .filter(fact ->
                fact.said() instanceof Said.Granted granted
                    && granted.scopeId().equals(present.id()))
            .toList());
  }

  /** Whether something said after the newest no agrees to the category, or to anything if null. */
  boolean agreedAfterNewestNo(@Nullable Category category) {
    return afterNewestNo().stream().map(Fact::said).anyMatch(said -> agrees(said, category));
  }

  private static boolean agrees(Said said, @Nullable Category category) {
    return switch (said) {
      case Said.Granted granted -> category == null || granted.categories().contains(category);
      case Said.Accepted _ -> category == null || !category.isSensitive();
      case Said.No _, Said.SpokenYes _, Said.NoticeShown _, Said.NoticeGiven _ -> false;
    };
  }

  private static Optional<Fact> newest(List<Fact> sorted) {
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getLast());
  }
}
