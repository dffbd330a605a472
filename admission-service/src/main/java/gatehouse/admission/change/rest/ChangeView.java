package gatehouse.admission.change.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.change.ChangeCase;
import gatehouse.admission.change.ChangeState;
import gatehouse.admission.changeclass.ChangeAssessment;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Answer;
import gatehouse.web.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A change case as it is shown.
 *
 * @param reasons why this way does not lead on, and which one does; empty unless it is MAJOR
 * @param asked the seats whose word is needed
 */
record ChangeView(
    UUID id,
    String application,
    ChangeState state,
    ChangeClass changeClass,
    List<Reason> reasons,
    String version,
    String digest,
    String replaces,
    String rulesetVersion,
    SortedMap<String, Answer> facts,
    SortedMap<String, BigDecimal> measures,
    String evidence,
    List<ChangeAssessment.Fired> trace,
    Set<Seat> asked,
    List<Seat> reviewed,
    long revision) {

  static ChangeView of(ChangeCase change, Answers answers) {
    List<Refusal> reasons =
        change.state() == ChangeState.NEEDS_NEW_ADMISSION
            ? List.of(Refusal.CHANGE_NEEDS_NEW_ADMISSION)
            : List.of();
    return new ChangeView(
        change.id().value(),
        change.code(),
        change.state(),
        change.assessment().changeClass(),
        answers.reasons(reasons),
        change.next().name(),
        change.next().digest(),
        change.replaces(),
        change.assessment().rulesetVersion(),
        change.assessment().facts().answers(),
        change.declared().measures(),
        change.declared().evidence(),
        change.assessment().trace(),
        change.review().asked(),
        change.review().words().stream().map(SeatReview.Word::seat).toList(),
        change.revision());
  }
}
