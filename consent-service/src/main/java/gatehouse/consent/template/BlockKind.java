package gatehouse.consent.template;

/** What a part of a form speaks of. */
public enum BlockKind {
  /** What the AI does, and that it assists. */
  ROLE,
  /** What it cannot do and how often it errs. */
  LIMITS,
  /** Which other ways there are, the one without AI among them. */
  ALTERNATIVES,
  /** That one may refuse, and that nothing bad follows. */
  REFUSAL,
  PURPOSE,
  MANNER,
  RISKS,
  RIGHTS_SUBJECT,
  DUTIES_COLLECTOR,
  RESULTS,
  COMPENSATION,
  WITHDRAWAL
}
