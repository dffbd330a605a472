package gatehouse.admission.tiering.store;

import gatehouse.admission.tiering.RuleTables;
import gatehouse.admission.tiering.Ruleset;
import gatehouse.admission.tiering.Rulesets;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the ruleset in force once; a ruleset that does not hold together stops the start. */
@ApplicationScoped
class FileRulesets implements Rulesets {
  private final Ruleset current;

  FileRulesets(RuleTables tables, @ConfigProperty(name = "admission.ruleset") String version) {
    current = tables.read("rulesets", version, Ruleset.class);
  }

  @Override
  public Ruleset current() {
    return current;
  }
}
