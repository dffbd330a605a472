package gatehouse.admission.tiering;

import java.util.List;

/** What a ruleset says of the facts. */
public sealed interface Assessment {

  /** Must not be used at all (G-31); the trace names the rule. */
  record Prohibited(String rulesetVersion, Facts facts, List<FiredRule> trace)
      implements Assessment {}

  /** Has a tier. */
  record Tiered(TierDecision decision) implements Assessment {}
}
