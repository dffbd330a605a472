package gatehouse.admission.changeclass;

import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.tiering.Facts;
import java.util.List;

/**
 * What the rules say of a change.
 *
 * @param facts the recorded answers, with what the control plan established
 * @param trace every rule that fired; empty only where none did, and then the class is MAJOR
 */
public record ChangeAssessment(
    String rulesetVersion, Facts facts, ChangeClass changeClass, List<Fired> trace) {

  /** One line of the trace: which rule fired and on which answers ("question=ANSWER"). */
  public record Fired(
      String rule, ChangeClass changeClass, List<String> because, List<String> clauses) {
    public Fired {
      because = List.copyOf(because);
      clauses = List.copyOf(clauses);
    }
  }

  public ChangeAssessment {
    trace = List.copyOf(trace);
  }
}
