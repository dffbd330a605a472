package gatehouse.incident.witness;

/** What a checkpoint is to those of the same log that were kept before it. */
public enum Standing {
  /** The first one of its log. */
  FIRST,
  /** Proven to go on from one that was kept. */
  CONTINUES,
  /**
   * It refers to one that was never heard here, although others were: nothing proves that it goes
   * on from them. Whoever rewrote a history may say so; a service that tells each with the proof
   * from the one before does not, unless one was lost on its way.
   */
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
      case UNPROVEN, FORKED, SET_BACK, FOREIGN_KEY -> true;
      case FIRST, CONTINUES -> false;
    };
  }
}
