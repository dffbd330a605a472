package gatehouse.admission.changeclass;

import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Facts;
import gatehouse.admission.tiering.Question;
import gatehouse.clauses.Clause;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A version of the change rules: questions and rules, both data. The gravest rule decides. */
public record ChangeRuleset(String version, List<Question> questions, List<ChangeRule> rules) {

  /** Not asked of anybody: the control plan answers it. */
  private static final String WITHIN_PLAN = "withinControlPlan";

  public ChangeRuleset {
    questions = List.copyOf(questions);
    rules = List.copyOf(rules);
    Set<String> known = keys(questions);
    known.add(WITHIN_PLAN);
    if (!rules.stream().allMatch(rule -> rule.premise().asksOnly(known))) {
      throw new IllegalArgumentException("Change rules " + version + " ask an unknown question");
    }
  }

  /** The keys of what may change. */
  public Set<String> keys() {
    return keys(questions);
  }

  private static Set<String> keys(List<Question> questions) {
    return questions.stream().map(Question::key).collect(Collectors.toSet());
  }

  /** True when every question has an answer and nothing else is answered. */
  public boolean answeredBy(Facts facts) {
    return facts.answers().keySet().equals(keys());
  }

  /** The class of a change with these facts; where no rule fires it is MAJOR. */
  @Clause("G-02")
  public ChangeAssessment assess(Facts answered, boolean withinPlan) {
    Map<String, Answer> known = new TreeMap<>(answered.answers());
    known.put(WITHIN_PLAN, withinPlan ? Answer.YES : Answer.NO);
    Facts facts = Facts.of(known);
    List<ChangeAssessment.Fired> trace =
        rules.stream()
            .filter(rule -> rule.premise().holds(facts))
            .map(rule -> rule.fired(facts))
            .toList();
    ChangeClass gravest =
        trace.stream()
            .map(ChangeAssessment.Fired::changeClass)
            .min(Comparator.naturalOrder())
            .orElse(ChangeClass.MAJOR);
    return new ChangeAssessment(version, facts, gravest, trace);
  }
}
