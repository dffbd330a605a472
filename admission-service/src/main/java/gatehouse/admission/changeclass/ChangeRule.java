package gatehouse.admission.changeclass;

import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.tiering.Facts;
import gatehouse.admission.tiering.Premise;
import java.util.List;

/**
 * One rule of the table, as data.
 *
 * @param all conditions that must all hold; empty means none is asked
 * @param any conditions of which one must hold; empty means none is asked
 * @param changeClass the class it asks for when it fires
 */
public record ChangeRule(
    String id,
    String zh,
    List<Premise.Condition> all,
    List<Premise.Condition> any,
    ChangeClass changeClass,
    List<String> clauses) {
  public ChangeRule {
    all = List.copyOf(all);
    any = List.copyOf(any);
    clauses = List.copyOf(clauses);
  }

  Premise premise() {
    return new Premise(all, any);
  }

  ChangeAssessment.Fired fired(Facts facts) {
    return new ChangeAssessment.Fired(id, changeClass, premise().because(facts), clauses);
  }
}
