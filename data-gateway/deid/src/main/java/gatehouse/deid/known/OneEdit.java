package gatehouse.deid.known;

import gatehouse.deid.names.NameCharacters;

/** One slip: a character too many, too few, another one, or two neighbours swapped. */
final class OneEdit {
  private OneEdit() {}

  /** Whether a span is a value with at most one slip. */
  static boolean is(char[] units, int start, int end, String value) {
    int from = 0;
    int length = end - start;
    int shortest = Math.min(length, value.length());
    while (from < shortest && units[start + from] == value.charAt(from)) {
      from++;
    }
    int back = 0;
    while (back < shortest - from
        && units[end - 1 - back] == value.charAt(value.length() - 1 - back)) {
      back++;
    }
    int left = length - from - back;
    int right = value.length() - from - back;
    boolean swapped =
        left == 2
            && right == 2
            && units[start + from] == value.charAt(from + 1)
            && units[start + from + 1] == value.charAt(from);
    return (left <= 1 && right <= 1) || swapped;
  }

  /**
   * Whether a value with at most one slip begins at a place.
   *
   * @return where it ends, or -1; a last character that differs belongs to the value only if it is
   *     usual in names
   */
  static int endOf(char[] units, int length, int start, String value) {
    int n = value.length();
    for (int size : new int[] {n, n - 1, n + 1}) {
      int end = start + size;
      boolean whole = size > 0 && end <= length && is(units, start, end, value);
      if (whole && (size != n || fits(units[end - 1], value.charAt(n - 1)))) {
        return end;
      }
    }
    return -1;
  }

  /** The same from the end backwards: where it begins, or -1. */
  static int startOf(char[] units, int end, String value) {
    int n = value.length();
    for (int size : new int[] {n, n - 1, n + 1}) {
      int start = end - size;
      boolean whole = size > 0 && start >= 0 && is(units, start, end, value);
      if (whole && (size != n || fits(units[start], value.charAt(0)))) {
        return start;
      }
    }
    return -1;
  }

  private static boolean fits(char unit, char expected) {
    return unit == expected || NameCharacters.isGiven(unit);
  }
}
