package gatehouse.incident.incident;

/** What kind of thing went wrong. */
public enum Category {
  /** The output contradicts itself or plain logic (G-47). */
  LOGIC_FALLACY,
  /** The output states what is not there (G-48). */
  HALLUCINATION,
  /** Care was interrupted or had to go another way (G-49). */
  PROCESS_INTERRUPTION,
  /** Patient data went where they must not. */
  DATA_LEAK,
  /** A wrong result that is neither of the above. */
  WRONG_RESULT,
  /** Worse for some groups of patients than for others. */
  BIAS,
  /** Slower than care can wait for. */
  DELAY,
  /** Used for what it was not admitted for, or wrongly. */
  MISUSE,
  /** A service's journal does not hold what it signed: its proof is in doubt (E-11). */
  JOURNAL_BREAK,
  OTHER
}
