package gatehouse.deid.links;

/**
 * Tells whether a stream of text stands inside a web address, a link's target, or a tag. A value
 * restored there would leave with the next click or image load. What is written with escapes is
 * read as it stands and as each reader would see it who undoes them. When in doubt it says yes. Not
 * safe for use by several threads.
 */
public final class AddressWatch {
  private final EscapeLevel asWritten = EscapeLevel.asWritten();

  /** A token begins here: what waited for the rest of an escape is what it is. */
  public boolean inside() {
    asWritten.settle();
    return asWritten.inside();
  }

  /** The next character as it stands in the text. */
  public void take(char c) {
    asWritten.take(c, Writing.PLAIN);
  }

  /** A value was restored here: what stands before it and behind it does not touch. */
  public void passValue() {
    asWritten.passValue();
  }

  /** How a character of a text is written. */
  enum Writing {
    /** As itself. */
    PLAIN,
    /** With a backslash before it, as JSON writes its quotation marks. */
    BACKSLASH,
    /** By its number or its name. */
    CODE;

    boolean isPlain() {
      return this == PLAIN;
    }

    /** Whether this can be the end of a string whose beginning is written so. */
    boolean closes(Writing opened) {
      return this == PLAIN || (this == BACKSLASH && opened == BACKSLASH);
    }

    Writing or(Writing other) {
      return compareTo(other) < 0 ? other : this;
    }
  }
}
