package gatehouse.verify;

import gatehouse.verify.finding.Finding;
import org.jspecify.annotations.Nullable;

/** What the replay of an export came to. */
public sealed interface Verdict {

  /** What was seen on the way. */
  Tally tally();

  /**
   * What was seen on the way.
   *
   * @param entries how many entries were replayed
   * @param proven up to which entry a witnessed checkpoint holds the history fast
   * @param own the export's own checkpoints
   * @param plain how many entries are bound by an unsalted digest
   * @param erased entries of which only the commitment could be checked
   */
  record Tally(long entries, long proven, Own own, long plain, Erased erased) {}

  /**
   * The export's own checkpoints.
   *
   * @param count how many were read
   * @param signed up to which entry one signed with the given key holds the history fast
   */
  record Own(long count, long signed) {}

  /**
   * Erased entries.
   *
   * @param first the first of them
   * @param unclear how many stand in front of an order from before orders named anything, and are
   *     named by none
   */
  record Erased(long count, @Nullable Long first, long unclear) {}

  /** Nothing differs from what the witness saw. */
  record Verified(Tally tally) implements Verdict {}

  /** Something differs. */
  record Tampered(Finding finding, Tally tally) implements Verdict {}
}
