package gatehouse.admission.changeclass;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Facts;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;

/** The class of a change by the rules in force; what its vendor called it has no say. */
@ApplicationScoped
public class ClassifyChange {
  private final ChangeRulesets rulesets;
  private final ControlPlans plans;

  ClassifyChange(ChangeRulesets rulesets, ControlPlans plans) {
    this.rulesets = rulesets;
    this.plans = plans;
  }

  /** Refused while a question has no answer. */
  @Clause("G-02")
  public Outcome<ChangeAssessment> classify(
      ApplicationId application,
      ProductVersion version,
      Facts facts,
      Map<String, BigDecimal> measures) {
    ChangeRuleset rules = rulesets.current();
    if (!rules.answeredBy(facts)) {
      return Outcome.refused(Refusal.FACTS_INCOMPLETE);
    }
    return Outcome.done(rules.assess(facts, covered(application, version, facts, measures)));
  }

  /** By the newest confirmed plan only: it replaces those before it. */
  private boolean covered(
      ApplicationId application,
      ProductVersion version,
      Facts facts,
      Map<String, BigDecimal> measures) {
    return plans.of(application).stream()
        .filter(plan -> plan.phase() == ControlPlan.Phase.CONFIRMED)
        .findFirst()
        .filter(plan -> plan.covers(facts, measures, version.registeredAt()))
        .isPresent();
  }
}
