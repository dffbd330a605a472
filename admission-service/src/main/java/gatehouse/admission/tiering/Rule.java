package gatehouse.admission.tiering;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a ruleset, as data.
 *
 * @param all conditions that must all hold; empty means none is asked
 * @param any conditions of which one must hold; empty means none is asked
 * @param effect what the rule says when it fires
 * @param tier the tier it asks for; null exactly for {@link Effect#PROHIBITS}
 */
public record Rule(
    String id,
    String zh,
    List<Condition> all,
    List<Condition> any,
    Effect effect,
    @Nullable Tier tier,
    List<String> clauses) {

  /**
   * PROPOSES can be lowered by five seats down to the floor; FLOOR cannot be lowered by anybody.
   */
  public enum Effect {
    PROHIBITS,
    PROPOSES,
    FLOOR
  }

  /** Holds when the answer to the question is one of these. */
  public record Condition(String question, Set<Answer> answers) {
    boolean holds(Facts facts) {
      return answers.contains(facts.answer(question));
    }
  }

  public Rule {
    all = List.copyOf(all);
    any = List.copyOf(any);
    clauses = List.copyOf(clauses);
    if ((tier == null) != (effect == Effect.PROHIBITS)) {
      throw new IllegalArgumentException("Rule " + id + " must name a tier unless it prohibits");
    }
  }

  boolean fires(Facts facts) {
    return all.stream().allMatch(condition -> condition.holds(facts))
        && (any.isEmpty() || any.stream().anyMatch(condition -> condition.holds(facts)));
  }

  FiredRule fired(Facts facts) {
    List<String> because =
        Stream.concat(all.stream(), any.stream())
            .filter(condition -> condition.holds(facts))
            .map(condition -> condition.question() + "=" + facts.answer(condition.question()))
            .distinct()
            .toList();
    return new FiredRule(id, effect, tier, because, clauses);
  }
}
