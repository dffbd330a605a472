package gatehouse.verify;

/**
 * The first thing that is wrong.
 *
 * @param kind what was done, as far as it can be told
 * @param first the first place that it may have happened at
 * @param last the last one; the same as first where it is certain
 * @param reason what shows it
 */
public record Finding(Kind kind, long first, long last, String reason) {

  /** What can have been done. */
  public enum Kind {
    EDITED("was edited"),
    REMOVED("was removed"),
    INSERTED("was inserted"),
    REORDERED("was moved"),
    /** Content and leaf hashes were made to fit again: nothing tells which of these it was. */
    CHANGED("was edited, removed, inserted or moved, and the hashes behind it were made to fit"),
    /** The journal's own key signed two histories. */
    FORKED("differs between two histories that were both signed with the journal's key"),
    /** Not an entry but a checkpoint of the export. */
    CHECKPOINT("is the first without a sound checkpoint behind it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  static Finding at(Kind kind, long place, String reason) {
    return new Finding(kind, place, place, reason);
  }

  /** The finding as a sentence. */
  public String sentence() {
    String where =
        first == last
            ? "entry %d".formatted(first)
            : kind == Kind.REMOVED
                ? "entry %d (and all up to %d)".formatted(first, last)
                : "an entry from %d to %d".formatted(first, last);
    return where + ' ' + kind.words;
  }
}
