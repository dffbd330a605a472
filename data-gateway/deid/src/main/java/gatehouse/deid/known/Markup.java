package gatehouse.deid.known;

import gatehouse.deid.normalise.NormalText;
import org.jspecify.annotations.Nullable;

/**
 * An HTML tag, an entity, or a key of JSON with its colon in a text.
 *
 * @param end where it ends
 * @param character what an entity stands for; 0 for the others and for what nobody sees
 * @param key whether it is a key of JSON
 */
record Markup(int end, char character, boolean key) {
  private static final int LONGEST_KEY = 40;
  private static final int LONGEST_TAG = 200;
  private static final int LONGEST_ENTITY = 10;

  /** What begins here; null if nothing of these does. */
  static @Nullable Markup at(NormalText text, int start) {
    return switch (text.at(start)) {
      case '<' -> tag(text, start);
      case '&' -> entity(text, start);
      case '"' -> jsonKey(text, start);
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
        return new Markup(at + 1, '\0', false);
      }
      if (c == '<') {
        return null;
      }
    }
    return null;
  }

  /** {@code "key":} and, in JSON inside a string, {@code \"key\":}. */
  private static @Nullable Markup jsonKey(NormalText text, int start) {
    int at = start + 1;
    while (at - start < LONGEST_KEY && text.at(at) != '"' && text.at(at) != '\n') {
      at++;
    }
    if (text.at(at) != '"' || at == start + 1) {
      return null;
    }
    int colon = at + 1;
    while (text.at(colon) == ' ' || text.at(colon) == '\\') {
      colon++;
    }
    return text.at(colon) == ':' ? new Markup(colon + 1, '\0', true) : null;
  }

  private static @Nullable Markup entity(NormalText text, int start) {
    for (int at = start + 1; at < start + LONGEST_ENTITY; at++) {
      char c = text.at(at);
      if (c == ';' && at > start + 2) {
        return new Markup(at + 1, decoded(text.slice(start + 1, at)), false);
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
