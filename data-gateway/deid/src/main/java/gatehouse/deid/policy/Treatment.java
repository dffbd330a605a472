package gatehouse.deid.policy;

/** What happens to a finding. */
public enum Treatment {
  /** Stays as it is. */
  KEEP,
  /** Becomes a token of the session, which can be restored. */
  PLACEHOLDER,
  /** A date becomes {@code D+n}, counted from the session's anchor, which can be restored. */
  DATE_TOKEN,
  /** Becomes the type's label in brackets; no way back. */
  REDACT,
  /** The whole text is refused. */
  REFUSE
}
