package gatehouse.admission.tiering;

/** An answer to a question of the ruleset. Unknown is never read as no (G-09). */
public enum Answer {
  YES,
  NO,
  UNKNOWN
}
