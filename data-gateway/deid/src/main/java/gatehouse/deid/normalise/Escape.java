package gatehouse.deid.normalise;

/**
 * What stands behind a backslash: {@code u} and four hexadecimal digits, or a letter for a blank.
 */
final class Escape {
  private static final int HEX = 4;

  private Escape() {}

  /** The unit that is meant; -1 if the backslash means itself. */
  static int unit(String text, int at) {
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case 'n', 'r' -> '\n';
      case 't' -> '\t';
      case '"' -> '"';
      case 'u' -> hex(text, at + 1);
      default -> -1;
    };
  }

  /** How many characters an escape takes behind its backslashes. */
  static int length(String text, int at) {
    return text.charAt(at) == 'u' ? 1 + HEX : 1;
  }

  private static int hex(String text, int from) {
    int unit = 0;
    for (int i = from; i < from + HEX; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
