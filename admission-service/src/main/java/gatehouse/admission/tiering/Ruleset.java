package gatehouse.admission.tiering;

import gatehouse.clauses.Clause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A version of the tier rules: questions and rules, both data. Every rule is looked at. */
public record Ruleset(String version, List<Question> questions, List<Rule> rules) {
  public Ruleset {
    questions = List.copyOf(questions);
    rules = List.copyOf(rules);
    Set<String> known = questions.stream().map(Question::key).collect(Collectors.toSet());
    if (!rules.stream().allMatch(rule -> rule.premise().asksOnly(known))) {
      throw new IllegalArgumentException("Ruleset " + version + " asks for an unknown question");
    }
  }

  /** True when every question has an answer and nothing else is answered. */
  public boolean answeredBy(Facts facts) {
    return facts
        .answers()
        .keySet()
        .equals(questions.stream().map(Question::key).collect(Collectors.toSet()));
  }

  /** What the rules say of the facts, with the trace of every rule that fired. */
  @Clause({"G-08", "G-09", "G-10", "G-11", "G-31"})
  public Assessment assess(Facts facts) {
    List<FiredRule> trace =
        rules.stream().filter(rule -> rule.fires(facts)).map(rule -> rule.fired(facts)).toList();
    if (trace.stream().anyMatch(fired -> fired.effect() == Rule.Effect.PROHIBITS)) {
      return new Assessment.Prohibited(version, facts, trace);
    }
    Tier floor =
        highest(trace.stream().filter(fired -> fired.effect() == Rule.Effect.FLOOR).toList());
    return new Assessment.Tiered(
        new TierDecision(version, facts, trace, floor, highest(trace), List.of(), List.of()));
  }

  private static Tier highest(List<FiredRule> fired) {
    Optional<Tier> highest =
        fired.stream().map(FiredRule::tier).filter(Objects::nonNull).reduce(Tier::orHigher);
    return highest.orElse(Tier.LOW);
  }
}
