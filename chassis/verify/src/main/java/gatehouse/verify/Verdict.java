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
   * @param signed up to which entry a checkpoint signed with the given key does
   * @param plain how many entries are bound by an unsalted digest
   * @param erased how many were erased, so that only their commitment could be checked
   * @param firstErased the first of them
   */
  record Tally(
      long entries,
      long proven,
      long signed,
      long plain,
      long erased,
      @Nullable Long firstErased) {}

  /** Nothing differs from what the witness saw. */
  record Verified(Tally tally) implements Verdict {}

  /** Something differs. */
  record Tampered(Finding finding, Tally tally) implements Verdict {}
}
