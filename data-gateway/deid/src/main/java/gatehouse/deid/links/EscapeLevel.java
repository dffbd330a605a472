package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text after its escapes were undone so many times: JSON's and JavaScript's, HTML's, and those of
 * addresses. The next level begins with a character that may begin an escape, and ends again if it
 * begins none; until then both read the same. JSON in JSON in JSON is three levels; where something
 * is escaped more often than the last, everything counts as an address.
 */
final class EscapeLevel {
  private static final int DEEPEST = 4;
  private static final int LONGEST_ENTITY = 12;
  private static final char UNKNOWN = '\uFFFD';

  /** Of the named characters those which addresses, links and tags are made of. */
  private static final Map<String, Character> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", '&'),
          Map.entry("lt", '<'),
          Map.entry("gt", '>'),
          Map.entry("quot", '"'),
          Map.entry("apos", '\''),
          Map.entry("colon", ':'),
          Map.entry("sol", '/'),
          Map.entry("bsol", '\\'),
          Map.entry("period", '.'),
          Map.entry("equals", '='),
          Map.entry("percnt", '%'),
          Map.entry("lpar", '('),
          Map.entry("rpar", ')'),
          Map.entry("lsqb", '['),
          Map.entry("lbrack", '['),
          Map.entry("rsqb", ']'),
          Map.entry("rbrack", ']'),
          Map.entry("tab", '\t'),
          Map.entry("newline", '\n'));

  private final int depth;
  private final AddressReading reading;
  private final StringBuilder escape = new StringBuilder();
  private Writing written = Writing.PLAIN;
  private @Nullable EscapeLevel deeper;

  /** Whether this level differs from the one above. */
  private boolean undone;

  private EscapeLevel(int depth, AddressReading reading) {
    this.depth = depth;
    this.reading = reading;
  }

  static EscapeLevel asWritten() {
    return new EscapeLevel(0, new AddressReading());
  }

  boolean inside() {
    return (undone && depth > DEEPEST) || reading.inside() || (deeper != null && deeper.inside());
  }

  void passValue() {
    reading.passValue();
    if (deeper != null) {
      deeper.passValue();
    }
  }

  /** What began as an escape and has no end is read as far as it came. */
  void settle() {
    if (escape.length() > 0 && !number()) {
      giveUp();
    }
    if (deeper != null) {
      deeper.settle();
    }
  }

  /** A character of this level. */
  void take(char c, Writing writing) {
    if (deeper == null && depth <= DEEPEST && isMark(c)) {
      deeper = new EscapeLevel(depth + 1, reading.copy());
    }
    reading.take(c, writing);
    if (deeper != null) {
      deeper.undo(c, writing);
      if (deeper.isTheSame()) {
        deeper = null;
      }
    }
  }

  private boolean isTheSame() {
    return !undone && escape.length() == 0;
  }

  /** A character of the level above, where it may be part of an escape. */
  private void undo(char c, Writing writing) {
    if (escape.length() == 0) {
      if (isMark(c)) {
        escape.append(c);
        written = writing;
      } else {
        take(c, writing);
      }
      return;
    }
    written = written.or(writing);
    switch (escape.charAt(0)) {
      case '\\' -> backslash(c, writing);
      case '&' -> entity(c, writing);
      default -> percent(c, writing);
    }
  }

  private void backslash(char c, Writing writing) {
    if (escape.length() == 1) {
      if (c == '"' || c == '\\' || c == '/') {
        done(c, Writing.BACKSLASH);
      } else if ("nrtbf".indexOf(c) >= 0) {
        // Readers of addresses take line breaks and tabs out of them.
        dropped();
      } else if (c == 'u' || c == 'x') {
        escape.append(c);
      } else {
        rejected(c, writing);
      }
      return;
    }
    hexadecimal(c, writing, escape.charAt(1) == 'u' ? 6 : 4, 2);
  }

  private void percent(char c, Writing writing) {
    hexadecimal(c, writing, 3, 1);
  }

  private void hexadecimal(char c, Writing writing, int length, int from) {
    if (Character.digit(c, 16) < 0) {
      rejected(c, writing);
      return;
    }
    escape.append(c);
    if (escape.length() == length) {
      done((char) Integer.parseInt(escape.substring(from), 16), Writing.CODE);
    }
  }

  private void entity(char c, Writing writing) {
    boolean first = escape.length() == 1;
    if (c == ';') {
      if (!number() && !named()) {
        rejected(c, writing);
      }
    } else if (escape.length() < LONGEST_ENTITY
        && (isLetterOrDigit(c) || (first && c == '#'))
        && !(isNumber() && !isDigitHere(c))) {
      escape.append(c);
    } else if (number()) {
      undo(c, writing);
    } else {
      rejected(c, writing);
    }
  }

  private boolean isNumber() {
    return escape.length() > 1 && escape.charAt(1) == '#';
  }

  private boolean isDigitHere(char c) {
    return escape.length() == 2
        ? c == 'x' || c == 'X' || Character.digit(c, 10) >= 0
        : Character.digit(c, isHexadecimal() ? 16 : 10) >= 0;
  }

  private boolean isHexadecimal() {
    return escape.length() > 2 && (escape.charAt(2) == 'x' || escape.charAt(2) == 'X');
  }

  /** The character of a number, for whose end a browser needs no semicolon. */
  private boolean number() {
    int from = isHexadecimal() ? 3 : 2;
    if (!isNumber() || escape.charAt(0) != '&' || escape.length() <= from) {
      return false;
    }
    long code = Long.parseLong(escape.substring(from), from == 3 ? 16 : 10);
    done(code > Character.MAX_VALUE ? UNKNOWN : (char) code, Writing.CODE);
    return true;
  }

  private boolean named() {
    Character named = ENTITIES.get(escape.substring(1).toLowerCase(Locale.ROOT));
    if (named == null) {
      return false;
    }
    done(named, Writing.CODE);
    return true;
  }

  private void done(char c, Writing writing) {
    Writing now = written.or(writing);
    dropped();
    if (c != '\n' && c != '\r' && c != '\t') {
      take(c, now);
    }
  }

  private void dropped() {
    escape.setLength(0);
    undone = true;
  }

  /** It was none: its characters stand for themselves, and the last one may begin another. */
  private void rejected(char c, Writing writing) {
    giveUp();
    undo(c, writing);
  }

  private void giveUp() {
    String none = escape.toString();
    Writing now = written;
    escape.setLength(0);
    for (int i = 0; i < none.length(); i++) {
      take(none.charAt(i), now);
    }
  }

  private static boolean isMark(char c) {
    return c == '\\' || c == '&' || c == '%';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
