package gatehouse.deid.links;

/** The last few characters of a stream. */
final class Tail {
  private static final int REMEMBERED = 20;

  private final StringBuilder recent = new StringBuilder(2 * REMEMBERED);

  Tail() {}

  Tail(Tail other) {
    recent.append(other.recent);
  }

  void take(char c) {
    if (recent.length() == 2 * REMEMBERED) {
      recent.delete(0, REMEMBERED);
    }
    recent.append(c);
  }

  boolean endsWith(String word) {
    int from = recent.length() - word.length();
    for (int i = word.length() - 1; i >= 0; i--) {
      if (from < 0 || recent.charAt(from + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
