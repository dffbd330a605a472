package gatehouse.admission.changeclass.store;

import gatehouse.admission.changeclass.ChangeRuleset;
import gatehouse.admission.changeclass.ChangeRulesets;
import gatehouse.admission.tiering.RuleTables;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the change rules in force once; rules that do not hold together class nothing. */
@ApplicationScoped
class FileChangeRulesets implements ChangeRulesets {
  private final ChangeRuleset current;

  FileChangeRulesets(
      RuleTables tables, @ConfigProperty(name = "admission.change-rules") String version) {
    current = tables.read("change-rules", version, ChangeRuleset.class);
  }

  @Override
  public ChangeRuleset current() {
    return current;
  }
}
