package gatehouse.gateway.distant;

import java.util.ArrayList;
import java.util.List;

/** Where in a text JSON may stand: from an opening bracket to the one that closes it. */
final class Stretches {
  /** From a position to the one behind its end. */
  record Stretch(int start, int end) {}

  /** Brackets that open what looks like JSON and never close; each costs the rest of the text. */
  private static final int MOST_OPEN = 32;

  private Stretches() {}

  /** Those that are not inside another one. */
  static List<Stretch> in(String text) {
    List<Stretch> found = new ArrayList<>();
    int open = 0;
    int at = 0;
    while (at < text.length() && open < MOST_OPEN) {
      int end = begins(text, at) ? end(text, at) : at;
      if (end > at) {
        found.add(new Stretch(at, end));
      }
      open += end < 0 ? 1 : 0;
      at = Math.max(at + 1, end);
    }
    return found;
  }

  private static boolean begins(String text, int at) {
    char c = text.charAt(at);
    if (c != '{' && c != '[') {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && (c == '{' ? "\"" : "{[\"").indexOf(text.charAt(next)) >= 0;
  }

  /** Behind the bracket that closes this one; -1 if none does. */
  private static int end(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }
}
