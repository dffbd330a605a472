package gatehouse.gateway.minimum;

import java.util.function.UnaryOperator;

/** JSON objects among other words, such as a record pasted into a question. */
final class Embedded {
  /** Texts with many open braces are read no longer than this many times over. */
  private static final int PATIENCE = 8;

  private Embedded() {}

  /** The text with each of its objects changed. */
  static String map(String text, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder(text.length());
    long left = (long) PATIENCE * text.length();
    int copied = 0;
    for (int open = text.indexOf('{'); open >= 0 && left > 0; open = text.indexOf('{', open)) {
      int end = end(text, open);
      left -= (end < 0 ? text.length() : end) - open;
      if (end < 0) {
        open++;
        continue;
      }
      String piece = text.substring(open, end);
      String changed = change.apply(piece);
      if (!changed.equals(piece)) {
        out.append(text, copied, open).append(changed);
        copied = end;
      }
      // What was no JSON may hold some further in.
      open = changed.equals(piece) ? open + 1 : end;
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  /** Behind the brace that closes this one, or -1. */
  private static int end(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
