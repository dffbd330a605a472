package gatehouse.admission.tiering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the trace: which rule fired and on which answers ("question=ANSWER"). */
public record FiredRule(
    String rule,
    Rule.Effect effect,
    @Nullable Tier tier,
    List<String> because,
    List<String> clauses) {
  public FiredRule {
    because = List.copyOf(because);
    clauses = List.copyOf(clauses);
  }
}
