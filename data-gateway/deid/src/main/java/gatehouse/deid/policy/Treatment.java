package gatehouse.deid.policy;

/** What happens to a finding. */
public enum Treatment {
  /** Stays as it is. */
  KEEP,
  /** Becomes a token of the session, which can be restored. */
  PLACEHOLDER,
  /** A date becomes {@code D+n}, counted from the session's anchor, which can be restored. */
  DATE_TOKEN,
  /** Becomes stars. */
  MASK,
  /** Becomes a coarser value: an age 90+, a place its province, a date its year. */
  GENERALISE,
  /** Becomes a keyed pseudonym (HMAC-SHA-256), the same within one purpose. */
  PSEUDONYM,
  /** Is encrypted in its own form (FF1); a pseudonym where it has fewer than a million values. */
  FORMAT_PRESERVING,
  /** Becomes a believable value that belongs to nobody, the same within one purpose. */
  SURROGATE,
  /** A date moves by the days of its patient; intervals stay true. */
  DATE_SHIFT,
  /** Becomes the type's label in brackets; no way back. */
  REDACT,
  /** The whole text is refused. */
  REFUSE
}
