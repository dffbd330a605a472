package gatehouse.admission.change.events;

import gatehouse.admission.change.ChangeCase;
import gatehouse.admission.change.ChangeEvents;
import gatehouse.admission.change.ChangeState;
import gatehouse.admission.changeclass.ChangeAssessment;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.tiering.Answer;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

@ApplicationScoped
class JournalChangeEvents implements ChangeEvents {
  private final Journal journal;
  private final Actors actors;

  JournalChangeEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  record Opened(
      Change change,
      String rulesetVersion,
      SortedMap<String, Answer> facts,
      SortedMap<String, BigDecimal> measures,
      String evidence,
      List<ChangeAssessment.Fired> trace) {}

  record Reviewed(Change change, Seat seat, Choice choice) {}

  record Withdrawn(Change change) {}

  /** What all events say of the case. */
  record Change(
      String application,
      UUID applicationId,
      String digest,
      String replaces,
      ChangeClass changeClass,
      ChangeState state) {
    static Change of(ChangeCase change) {
      return new Change(
          change.code(),
          change.application().value(),
          change.next().digest(),
          change.replaces(),
          change.assessment().changeClass(),
          change.state());
    }
  }

  @Override
  public void opened(ChangeCase change) {
    append(
        "opened",
        change,
        new Opened(
            Change.of(change),
            change.assessment().rulesetVersion(),
            change.assessment().facts().answers(),
            change.declared().measures(),
            change.declared().evidence(),
            change.assessment().trace()));
  }

  @Override
  public void reviewed(ChangeCase change, SeatReview.Word word) {
    append("reviewed", change, new Reviewed(Change.of(change), word.seat(), word.choice()));
  }

  @Override
  public void withdrawn(ChangeCase change) {
    append("withdrawn", change, new Withdrawn(Change.of(change)));
  }

  private void append(String what, ChangeCase change, Object data) {
    journal.append(
        Entry.of("gatehouse.admission.change." + what + ".v1", change.id().toString())
            .by(actors.acting("SEAT_MED_ENGINEERING", "SEAT_INFO_CENTRE", "DEPARTMENT_APPLICANT"))
            .clauses("G-02")
            .data(data)
            .topic("admission.case.v1")
            .version(change.revision())
            .build());
  }
}
