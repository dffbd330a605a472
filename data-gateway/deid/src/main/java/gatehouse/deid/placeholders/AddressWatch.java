package gatehouse.deid.placeholders;

/**
 * Tells whether a stream of text stands inside a web address: after {@code ://}, in the target of a
 * Markdown link, or in a quoted {@code src} or {@code href}. A value restored there would leave
 * with the next click or image load. When in doubt it says yes.
 */
final class AddressWatch {
  private static final int REMEMBERED = 8;

  private final StringBuilder recent = new StringBuilder(REMEMBERED + 1);

  /** What ends the address: 0 outside, a blank for the end of the word, else a closing sign. */
  private char until;

  private boolean inside;

  boolean inside() {
    return inside;
  }

  void take(char c) {
    if (inside && ends(c)) {
      inside = false;
    }
    recent.append(Character.toLowerCase(c));
    if (recent.length() > REMEMBERED) {
      recent.deleteCharAt(0);
    }
    if (!inside) {
      begin(c);
    }
  }

  private boolean ends(char c) {
    if (c == '\n') {
      return true;
    }
    return until == ' '
        ? Character.isWhitespace(c) || c > 0x7F || c == '"' || c == '<'
        : c == until;
  }

  private void begin(char c) {
    if (endsWith("](")) {
      enter(')');
    } else if (endsWith("src=\"") || endsWith("href=\"")) {
      enter('"');
    } else if (endsWith("src='") || endsWith("href='")) {
      enter('\'');
    } else if (c == '/' && endsWith("://")) {
      enter(' ');
    }
  }

  private void enter(char closing) {
    inside = true;
    until = closing;
  }

  private boolean endsWith(String word) {
    int from = recent.length() - word.length();
    return from >= 0 && recent.indexOf(word, from) == from;
  }
}
