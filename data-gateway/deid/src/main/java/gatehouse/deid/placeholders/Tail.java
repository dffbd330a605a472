package gatehouse.deid.placeholders;

/** The last few characters of a stream. */
final class Tail {
  private static final int REMEMBERED = 8;

  private final StringBuilder recent = new StringBuilder(REMEMBERED + 1);

  void take(char c) {
    recent.append(c);
    if (recent.length() > REMEMBERED) {
      recent.deleteCharAt(0);
    }
  }

  boolean endsWith(String word) {
    int from = recent.length() - word.length();
    return from >= 0 && recent.indexOf(word, from) == from;
  }
}
