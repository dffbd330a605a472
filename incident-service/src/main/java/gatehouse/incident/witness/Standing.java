package gatehouse.incident.witness;

/** What a checkpoint is to those of the same log that were kept before it. */
public enum Standing {
  /** The first one of its log. */
  FIRST,
  /** Proven to go on from one that was kept. */
  CONTINUES,
  /** It refers to one that was never heard here: nothing speaks against it, nothing for it. */
  UNPROVEN,
  /** It contradicts one that was kept: the history was rewritten, or there are two. */
  FORKED,
  /**
   * Goes on from an earlier one than the last that was kept, or is smaller: the journal was set
   * back.
   */
  SET_BACK,
  /** Signed with a key that is not the log's as we know it. */
  FOREIGN_KEY;

  /** Whether it may be given to a verifier as witnessed. */
  public boolean isTrusted() {
    return switch (this) {
      case FIRST, CONTINUES -> true;
      case UNPROVEN, FORKED, SET_BACK, FOREIGN_KEY -> false;
    };
  }

  /** Whether somebody must look at once. */
  public boolean isAlarming() {
    return switch (this) {
      case FORKED, SET_BACK, FOREIGN_KEY -> true;
      case FIRST, CONTINUES, UNPROVEN -> false;
    };
  }
}
