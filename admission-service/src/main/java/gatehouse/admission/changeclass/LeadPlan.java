package gatehouse.admission.changeclass;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The department records a control plan; two seats confirm it before it counts. */
@ApplicationScoped
public class LeadPlan {
  private final Applications applications;
  private final ControlPlans plans;
  private final ControlPlanEvents events;
  private final ChangeRulesets rulesets;

  LeadPlan(
      Applications applications,
      ControlPlans plans,
      ControlPlanEvents events,
      ChangeRulesets rulesets) {
    this.applications = applications;
    this.plans = plans;
    this.events = events;
    this.rulesets = rulesets;
  }

  @Transactional
  @Clause("G-02")
  public Outcome<ControlPlan> record(
      PlanId id, String code, ControlPlan.Content content, Person by) {
    Application application = applications.find(code).orElse(null);
    if (application == null) {
      return Outcome.refused(Refusal.APPLICATION_UNKNOWN);
    }
    if (!application.identity().department().equals(by.department())) {
      return Outcome.refused(Refusal.NOT_OWN_DEPARTMENT);
    }
    if (!rulesets.current().keys().containsAll(content.mayChange())) {
      return Outcome.refused(Refusal.PLAN_BEYOND_RULES);
    }
    ControlPlan plan =
        ControlPlan.drafted(
            id, application.id(), application.identity().code(), content, by.subject());
    plans.add(plan);
    events.recorded(plan);
    return Outcome.done(plan);
  }

  /** The plan, or that there is none. */
  public Outcome<ControlPlan> find(PlanId id) {
    return plans.find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.PLAN_UNKNOWN));
  }

  @Transactional
  @Clause("G-02")
  public Outcome<ControlPlan> review(PlanId id, SeatReview.Word word, Person reviewer) {
    return plans
        .locked(id)
        .map(found -> found.reviewed(word, reviewer))
        .orElseGet(() -> Outcome.refused(Refusal.PLAN_UNKNOWN))
        .map(after -> {
          plans.save(after);
          events.reviewed(after, word);
          return after;
        });
  }
}
