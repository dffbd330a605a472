package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;
import org.jspecify.annotations.Nullable;

/**
 * A string in quotation marks that begins as an address, such as a tool's argument: white space
 * does not end it, since whoever fetches it takes the string as a whole. A line break does: JSON
 * has none inside a string.
 */
final class QuotedAddressWatch {
  /** How the open quotation mark is written; null outside of what may be an address. */
  private @Nullable Writing opened;

  /** How many backslashes stood before it: one in JSON in JSON. */
  private int depth;

  private boolean inside;
  private int backslashes;
  private char before;

  QuotedAddressWatch() {}

  QuotedAddressWatch(QuotedAddressWatch other) {
    this.opened = other.opened;
    this.inside = other.inside;
    this.depth = other.depth;
    this.backslashes = other.backslashes;
    this.before = other.before;
  }

  boolean inside() {
    return inside;
  }

  void take(char c, Writing writing, boolean address) {
    if (c == '\n' && writing.isPlain()) {
      opened = null;
      inside = false;
    } else if (c == '"') {
      quotationMark(writing);
    } else if (opened != null && !inside) {
      inside = address;
      if (!address && !mayBegin(c)) {
        opened = null;
      }
    }
    before = c;
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }

  private void quotationMark(Writing writing) {
    if (!inside) {
      opened = writing;
      depth = backslashes;
    } else if (opened != null
        && writing.closes(opened)
        && (backslashes % 2 == 0 || backslashes <= depth)) {
      // What closes one string opens no other here; the next string has a mark of its own.
      inside = false;
      opened = null;
    }
  }

  /** White space, and what a scheme or a host consists of; 1/2 begins no address. */
  private boolean mayBegin(char c) {
    if (c == '/' || c == '\\') {
      return !isWord(before);
    }
    return isWord(c) || " \t:.+-_@".indexOf(c) >= 0;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
