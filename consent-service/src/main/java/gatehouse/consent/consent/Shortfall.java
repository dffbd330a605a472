package gatehouse.consent.consent;

import java.util.List;

/** Why a yes does not count yet, or why nobody can be asked. */
public enum Shortfall {
  TEXT_NOT_THE_ONE_SHOWN("G-37"),
  PART_NOT_ACKNOWLEDGED("G-38", "G-39", "G-40", "G-41"),
  NOT_VOLUNTARY("E-30"),
  PRESELECTED_ANSWER("E-30"),
  NOT_UNDERSTOOD("E-17", "E-33"),
  EVIDENCE_DOES_NOT_FIT("E-31"),
  WRITING_NOT_IMPOSSIBLE("E-31"),
  RECORDING_EMPTY("E-31"),
  WITNESS_MISSING("E-31"),
  SIGNED_IN_THE_FUTURE("E-32"),
  SIGNED_BEFORE_PUBLICATION("E-32"),
  NO_WAS_SAID_SINCE("E-39"),
  RECORDING_DIFFERS("E-31"),
  SAME_PERSON("E-31"),
  RECORDING_LAPSED("E-31"),
  SCOPE_CLOSED("E-44"),
  TEMPLATE_MISSING("G-37"),
  TEMPLATE_TOO_WEAK("G-34");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> clauses;

  Shortfall(String... clauses) {
    this.clauses = List.of(clauses);
  }

  /** Ids of the clauses that ask for it. */
  public List<String> clauses() {
    return clauses;
  }
}
