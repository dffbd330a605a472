package gatehouse.admission.tiering;

/** The rulesets that this hospital has put in force. */
public interface Rulesets {
  Ruleset current();
}
