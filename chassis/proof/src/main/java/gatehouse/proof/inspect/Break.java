package gatehouse.proof.inspect;

/**
 * A place where the journal contradicts itself, or what was signed of it.
 *
 * @param first the first number concerned
 * @param last the last one; beyond {@code first} where only a stretch can be named
 */
public record Break(Kind kind, long first, long last) {

  /** What contradicts what. */
  public enum Kind {
    /**
     * An entry is not what its leaf was computed from, its columns do not repeat its body, or it
     * was erased and no order names it.
     */
    ENTRY_CHANGED,
    /** A number whose entry is gone. */
    ENTRY_MISSING,
    /** Numbers that are gone. */
    NUMBER_MISSING,
    /** The numbered leaves do not give the tree that was signed. */
    ROOT_DIFFERS,
    /** A checkpoint is not signed with a key of this journal. */
    CHECKPOINT_FORGED,
    /** Others were told of more entries than there are. */
    SET_BACK
  }
}
