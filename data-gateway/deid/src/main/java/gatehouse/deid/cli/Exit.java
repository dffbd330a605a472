package gatehouse.deid.cli;

/** Exit codes. */
final class Exit {
  /** Everything was processed. */
  static final int DONE = 0;

  /** Some input could not be read or written; it was reported and skipped. */
  static final int SOME_FAILED = 1;

  /** The command line is wrong; nothing was read. */
  static final int USAGE = 2;

  /** Policy, keys or model cannot be used; nothing was read. */
  static final int SETUP = 3;

  /** The policy refused at least one text. */
  static final int REFUSED = 4;

  private Exit() {}
}
