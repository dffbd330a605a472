package gatehouse.admission.changeclass.events;

import gatehouse.admission.changeclass.ControlPlan;
import gatehouse.admission.changeclass.ControlPlanEvents;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

@ApplicationScoped
class JournalControlPlanEvents implements ControlPlanEvents {
  private final Journal journal;
  private final Actors actors;

  JournalControlPlanEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  record Recorded(
      String application,
      UUID applicationId,
      SortedSet<String> mayChange,
      List<Threshold> thresholds) {}

  record Reviewed(
      String application, UUID applicationId, Seat seat, Choice choice, ControlPlan.Phase phase) {}

  @Override
  public void recorded(ControlPlan plan) {
    append(
        "recorded",
        plan,
        new Recorded(plan.code(), plan.application().value(), plan.mayChange(), plan.thresholds()));
  }

  @Override
  public void reviewed(ControlPlan plan, SeatReview.Word word) {
    append(
        "reviewed",
        plan,
        new Reviewed(
            plan.code(), plan.application().value(), word.seat(), word.choice(), plan.phase()));
  }

  private void append(String what, ControlPlan plan, Object data) {
    journal.append(
        Entry.of("gatehouse.admission.control-plan." + what + ".v1", plan.id().toString())
            .by(actors.acting("SEAT_MED_ENGINEERING", "SEAT_INFO_CENTRE", "DEPARTMENT_APPLICANT"))
            .clauses("G-02")
            .data(data)
            .topic("admission.case.v1")
            .version(plan.revision())
            .build());
  }
}
