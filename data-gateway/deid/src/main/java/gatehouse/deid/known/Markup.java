package gatehouse.deid.known;

import gatehouse.deid.normalise.NormalText;
import org.jspecify.annotations.Nullable;

/**
 * An HTML tag or entity in a text.
 *
 * @param end where it ends
 * @param character what an entity stands for; 0 for a tag and for what nobody sees
 */
record Markup(int end, char character) {
  private static final int LONGEST_TAG = 200;
  private static final int LONGEST_ENTITY = 10;

  /** The tag or entity that begins here; null if none does. */
  static @Nullable Markup at(NormalText text, int start) {
    return switch (text.at(start)) {
      case '<' -> tag(text, start);
      case '&' -> entity(text, start);
      default -> null;
    };
  }

  private static @Nullable Markup tag(NormalText text, int start) {
    char next = Character.toLowerCase(text.at(start + 1));
    if (next != '/' && next != '!' && (next < 'a' || next > 'z')) {
      return null;
    }
    for (int at = start + 1; at < start + LONGEST_TAG && at < text.length(); at++) {
      char c = text.at(at);
      if (c == '>') {
        return new Markup(at + 1, '\0');
      }
      if (c == '<') {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Markup entity(NormalText text, int start) {
    for (int at = start + 1; at < start + LONGEST_ENTITY; at++) {
      char c = text.at(at);
      if (c == ';' && at > start + 2) {
        return new Markup(at + 1, decoded(text.slice(start + 1, at)));
      }
      if (c > 0x7F || !(Character.isLetterOrDigit(c) || c == '#')) {
        return null;
      }
    }
    return null;
  }

  private static char decoded(String name) {
    if (name.charAt(0) != '#') {
      return '\0';
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      NormalText plain = NormalText.of(Character.toString(point));
      return plain.length() == 1 ? plain.at(0) : '\0';
    } catch (IllegalArgumentException e) {
      return '\0';
    }
  }
}
