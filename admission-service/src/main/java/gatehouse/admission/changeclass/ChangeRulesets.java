package gatehouse.admission.changeclass;

/** The change rules that this hospital has put in force. */
public interface ChangeRulesets {
  ChangeRuleset current();
}
