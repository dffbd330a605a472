package gatehouse.admission.changeclass;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Facts;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A predetermined change control plan of one application: which changes may come, and which results
 * each must reach. Immutable in content; two seats confirm it. Source: FDA, Marketing Submission
 * Recommendations for a Predetermined Change Control Plan for AI-Enabled Device Software Functions,
 * 2024.
 *
 * @param mayChange questions of the change rules that may be answered YES
 * @param thresholds acceptance thresholds, at least one
 */
public record ControlPlan(
    PlanId id,
    ApplicationId application,
    String code,
    SortedSet<String> mayChange,
    List<Threshold> thresholds,
    String requestedBy,
    SeatReview review,
    long revision) {

  /** DRAFT until both seats have confirmed it; the other two are final. */
  public enum Phase {
    DRAFT,
    CONFIRMED,
    REJECTED
  }

  /** What a plan allows, as it is asked for. */
  public record Content(SortedSet<String> mayChange, List<Threshold> thresholds) {}

  public ControlPlan {
    mayChange = new TreeSet<>(mayChange);
    thresholds = List.copyOf(thresholds);
  }

  static ControlPlan drafted(
      PlanId id, ApplicationId application, String code, Content content, String requestedBy) {
    return new ControlPlan(
        id,
        application,
        code,
        content.mayChange(),
        content.thresholds(),
        requestedBy,
        SeatReview.of(Seat.MED_ENGINEERING, Seat.INFO_CENTRE),
        1);
  }

  public Phase phase() {
    if (review.rejected()) {
      return Phase.REJECTED;
    }
    return review.passed() ? Phase.CONFIRMED : Phase.DRAFT;
  }

  /** One seat's word on a draft. */
  public Outcome<ControlPlan> reviewed(SeatReview.Word word, Person reviewer) {
    if (phase() != Phase.DRAFT) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return review
        .with(word, reviewer, requestedBy)
        .map(after ->
            new ControlPlan(
                id, application, code, mayChange, thresholds, requestedBy, after, revision + 1));
  }

  /**
   * Whether a change lies within it: it was confirmed before the version existed here, nothing else
   * changes, nothing is unknown, and every threshold is kept.
   *
   * @param existsSince when the version was registered
   */
  @Clause("G-02")
  public boolean covers(Facts facts, Map<String, BigDecimal> measures, Instant existsSince) {
    boolean predetermined =
        phase() == Phase.CONFIRMED
            && review.words().stream().allMatch(word -> word.at().isBefore(existsSince));
    boolean within =
        facts.answers().entrySet().stream()
            .allMatch(fact ->
                switch (fact.getValue()) {
                  case NO -> true;
                  case YES -> mayChange.contains(fact.getKey());
                  case UNKNOWN -> false;
                });
    boolean something = facts.answers().containsValue(Answer.YES);
    return predetermined
        && within
        && something
        && !thresholds.isEmpty()
        && thresholds.stream().allMatch(threshold -> threshold.keptBy(measures));
  }
}
