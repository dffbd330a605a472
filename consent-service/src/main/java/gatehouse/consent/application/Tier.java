package gatehouse.consent.application;

import gatehouse.clauses.Clause;

/** How deep an application reaches into a clinical decision; it decides the form of consent. */
@Clause("G-34")
public enum Tier {
  /** Takes no part in diagnosis or treatment: a pop-up notice. */
  LOW,
  /** A device function without a suggestion: a notice given in the encounter. */
  MEDIUM,
  /** Suggests a diagnosis or a treatment: a signed consent. */
  HIGH;

  /** The one of the two that asks more of us. */
  public static Tier stricter(Tier one, Tier other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
