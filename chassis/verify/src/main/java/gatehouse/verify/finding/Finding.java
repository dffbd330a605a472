package gatehouse.verify.finding;

/**
 * The first thing that is wrong.
 *
 * @param kind what was done, as far as it can be told
 * @param first the first place that it may have happened at
 * @param last the last one; the same as first where it is certain
 * @param reason what shows it
 * @param doubt why no single entry is named, or what may have happened in front of the one that is;
 *     empty if nothing is left open
 */
public record Finding(Kind kind, long first, long last, String reason, String doubt) {

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
    /** Its place and commitment are as they were; nobody may have wanted it to be erased. */
    ERASED("was erased without an order"),
    /** Not an entry but a checkpoint of the export. */
    CHECKPOINT("is the first without a sound checkpoint behind it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A finding at one place. */
  public static Finding at(Kind kind, long place, String reason) {
    return between(kind, place, place, reason);
  }

  /** A finding somewhere between two places. */
  public static Finding between(Kind kind, long first, long last, String reason) {
    return new Finding(kind, first, last, reason, "");
  }

  /** Whether one entry is named. */
  public boolean isExact() {
    return first == last || kind == Kind.REMOVED || kind == Kind.INSERTED;
  }

  /** The same, with what is left open. */
  public Finding doubting(String why) {
    return new Finding(kind, first, last, reason, why);
  }

  /** The finding as a sentence. */
  public String sentence() {
    String where =
        first == last
            ? "entry %d".formatted(first)
            : isExact()
                ? "entry %d (and all up to %d)".formatted(first, last)
                : "an entry from %d to %d".formatted(first, last);
    return where + ' ' + kind.words;
  }
}
