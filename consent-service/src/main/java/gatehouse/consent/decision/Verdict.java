package gatehouse.consent.decision;

/** The answers that there are. Only the first lets anything happen. */
public enum Verdict {
  /** Go ahead. */
  PERMIT,
  /** Show or give the notice first. */
  NOTICE_REQUIRED,
  /** Ask for a signed consent first. */
  CONSENT_REQUIRED,
  /** What was agreed to does not reach this far any more: ask again first. */
  RECONSENT_REQUIRED,
  /** No. */
  DENY
}
