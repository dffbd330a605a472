package gatehouse.admission.tiering;

import java.util.List;
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
    List<Premise.Condition> all,
    List<Premise.Condition> any,
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

  public Rule {
    all = List.copyOf(all);
    any = List.copyOf(any);
    clauses = List.copyOf(clauses);
    if ((tier == null) != (effect == Effect.PROHIBITS)) {
      throw new IllegalArgumentException("Rule " + id + " must name a tier unless it prohibits");
    }
  }

  boolean fires(Facts facts) {
    return premise().holds(facts);
  }

  FiredRule fired(Facts facts) {
    return new FiredRule(id, effect, tier, premise().because(facts), clauses);
  }

  Premise premise() {
    return new Premise(all, any);
  }
}
