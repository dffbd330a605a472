package gatehouse.consent.decision;

import static java.util.stream.Collectors.toCollection;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.text.TextDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which every question is answered. Deterministic and without side effects: the same
 * facts give the same answer, in whatever order they are stored.
 *
 * <ol>
 *   <li>Only what had been said at the time asked about, was known at the time of knowing, and
 *       reaches the application and purpose counts.
 *   <li>A forbidden purpose, a stopped application and a closed scope deny.
 *   <li>The newest word wins; of two at one time the no does. A wider no yields only to a newer
 *       grant of the narrower scope.
 *   <li>Sensitive categories need a consent that names them, at every tier.
 *   <li>HIGH, and research at every tier, needs a signed consent; MEDIUM the notice of this
 *       encounter; LOW the present pop-up. A signed consent serves every tier.
 * </ol>
 */
@Clause({"G-34", "G-37", "G-41", "E-39"})
public final class DecisionRule {

  private DecisionRule() {}

  /** Answers the question. */
  public static Answer decide(Question question, Knowledge knowledge) {
    Optional<Purpose> purpose = question.permittedPurpose();
    if (purpose.isEmpty()) {
      Tier tier = Situation.tier(question, knowledge.application());
      return refusal(tier, List.of(Ground.PURPOSE_FORBIDDEN), null, null);
    }
    Situation situation = Situation.of(question, purpose.get(), knowledge);
    List<Ground> denials = denials(situation);
    return denials.isEmpty() ? byForm(situation) : refusal(situation, denials);
  }

  private static List<Ground> denials(Situation situation) {
    List<Ground> grounds = new ArrayList<>();
    stoppedApplicationDenies(situation).ifPresent(grounds::add);
    closedScopeDenies(situation).ifPresent(grounds::add);
    newestWordIsNo(situation).ifPresent(grounds::add);
    return grounds;
  }

  @Clause("G-51")
  private static Optional<Ground> stoppedApplicationDenies(Situation situation) {
    return situation.stopped() ? Optional.of(Ground.APPLICATION_STOPPED) : Optional.empty();
  }

  private static Optional<Ground> closedScopeDenies(Situation situation) {
    Scope scope = situation.scope();
    return scope != null && scope.isClosed() ? Optional.of(Ground.SCOPE_CLOSED) : Optional.empty();
  }

  /** Per category: a no stays in force for what the newer yes does not name. */
  @Clause({"G-41", "E-39"})
  private static Optional<Ground> newestWordIsNo(Situation situation) {
    Set<Category> categories = situation.question().categories();
    boolean agreed =
        situation.agreedAfterNewestNo(null)
            && categories.stream().allMatch(situation::agreedAfterNewestNo);
    return agreed ? Optional.empty() : situation.newestNo().map(no -> kindOfNo(no, situation));
  }

  /** Whoever withdrew and signed again may be asked for the rest; whoever refused may not. */
  private static Ground kindOfNo(Fact no, Situation situation) {
    if (!(no.said() instanceof Said.Withdrawn)) {
      return Ground.REFUSED;
    }
    return situation.signedSince() ? Ground.NOT_AGREED_AGAIN : Ground.WITHDRAWN;
  }

  private static Answer byForm(Situation situation) {
    Set<Category> asked = situation.question().categories();
    List<Ground> unsigned = SignedConsent.missing(situation, asked);
    if (unsigned.isEmpty()) {
      return permitBySignature(situation);
    }
    if (situation.tier() == Tier.HIGH || situation.purpose() == Purpose.RESEARCH) {
      return refusal(situation, unsigned);
    }
    Set<Category> sensitive =
        asked.stream().filter(Category::isSensitive).collect(toCollection(TreeSet::new));
    List<Ground> grounds = new ArrayList<>(Notification.missing(situation));
    if (!sensitive.isEmpty()) {
      grounds.addAll(SignedConsent.missing(situation, sensitive));
    }
    return grounds.isEmpty() ? permitByNotice(situation) : refusal(situation, grounds);
  }

  private static Answer permitBySignature(Situation situation) {
    Fact fact = situation.newestGrant().orElseThrow();
    Said.Granted granted = (Said.Granted) fact.said();
    return new Answer(
        Verdict.PERMIT,
        situation.tier(),
        List.of(),
        List.of(situation.purpose() == Purpose.RESEARCH ? "E-32" : clause(situation.tier())),
        granted.consentId(),
        granted.consentVersion(),
        granted.text(),
        null,
        List.of(),
        granted.endsAt());
  }

  private static Answer permitByNotice(Situation situation) {
    Notice notice = Objects.requireNonNull(situation.notice(), "a notice was shown");
    return new Answer(
        Verdict.PERMIT,
        situation.tier(),
        List.of(),
        List.of(clause(situation.tier())),
        null,
        0,
        notice.digest(),
        null,
        List.of(),
        null);
  }

  private static Answer refusal(Situation situation, List<Ground> grounds) {
    Said.@Nullable Granted old =
        situation
            .newestGrant()
            .map(fact -> (Said.Granted) fact.said())
            .filter(_ -> grounds.contains(Ground.SCOPE_WIDENED))
            .orElse(null);
    return refusal(situation.tier(), grounds, old, situation.notice());
  }

  private static Answer refusal(
      Tier tier, List<Ground> grounds, Said.@Nullable Granted old, @Nullable Notice notice) {
    Verdict verdict =
        grounds.stream().map(Ground::verdict).max(Verdict::compareTo).orElse(Verdict.DENY);
    boolean mustNotify = verdict == Verdict.NOTICE_REQUIRED && notice != null;
    UUID consentId = old == null ? null : old.consentId();
    TextDigest digest = mustNotify ? Objects.requireNonNull(notice).digest() : null;
    Set<Ground> distinct = new LinkedHashSet<>(grounds);
    return new Answer(
        verdict,
        tier,
        List.copyOf(distinct),
        distinct.stream().flatMap(ground -> ground.clauses().stream()).distinct().toList(),
        consentId,
        old == null ? 0 : old.consentVersion(),
        digest,
        mustNotify ? Objects.requireNonNull(notice).wording() : null,
        List.of(obligation(verdict, tier)),
        null);
  }

  private static Obligation obligation(Verdict verdict, Tier tier) {
    return switch (verdict) {
      case NOTICE_REQUIRED -> tier == Tier.LOW ? Obligation.SHOW_NOTICE : Obligation.GIVE_NOTICE;
      case CONSENT_REQUIRED, RECONSENT_REQUIRED -> Obligation.ASK_CONSENT;
      case DENY, PERMIT -> Obligation.USE_MANUAL_ROUTE;
    };
  }

  private static String clause(Tier tier) {
    return switch (tier) {
      case LOW -> "G-35";
      case MEDIUM -> "G-36";
      case HIGH -> "G-37";
    };
  }
}
