package gatehouse.deid.numbers;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.Arrays;

/**
 * Groups of digits that may be one number written in pieces: {@code 138-0013 8000}. Letters that
 * character recognition takes for digits (O, l, I) count as digits inside a group of digits.
 */
final class DigitGroups {
  /** A number of more pieces than this is not written by a person. */
  private static final int MOST = 20;

  private final NormalText text;
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int count;
  private int next;

  DigitGroups(NormalText text) {
    this.text = text;
  }

  /** Moves to the next chain of groups at or after {@code from}; false at the end of the text. */
  boolean advance(int from) {
    count = 0;
    int at = from;
    while (at < text.length() && !startsGroup(at)) {
      at++;
    }
    while (at < text.length() && count < MOST && startsGroup(at)) {
      int end = groupEnd(at);
      starts[count] = at;
      ends[count] = end;
      count++;
      next = end;
      at = afterSeparator(end);
      if (at < 0) {
        break;
      }
    }
    return count > 0;
  }

  /** Number of groups in this chain. */
  int count() {
    return count;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  /** Where to look on. */
  int next() {
    return next;
  }

  /** The digits of groups {@code from} to {@code to} in a row, an X at the end included. */
  String digits(int from, int to) {
    StringBuilder digits = new StringBuilder();
    for (int group = from; group <= to; group++) {
      for (int i = starts[group]; i < ends[group]; i++) {
        digits.append(digit(text.at(i)));
      }
    }
    return digits.toString();
  }

  /** Whether a line break lies between these groups: then only a sure form counts. */
  boolean broken(int from, int to) {
    for (int i = ends[from]; i < starts[to]; i++) {
      if (text.at(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Whether a dot lies between these groups: measurements and dates look like that. */
  boolean dotted(int from, int to) {
    for (int i = ends[from]; i < starts[to]; i++) {
      if (text.at(i) == '.') {
        return true;
      }
    }
    return false;
  }

  /** Lengths of the groups, for comparing with the usual ways of writing a number. */
  int[] shape(int from, int to) {
    int[] shape = new int[to - from + 1];
    Arrays.setAll(shape, i -> ends[from + i] - starts[from + i]);
    return shape;
  }

  private boolean startsGroup(int at) {
    char c = text.at(at);
    if (Glyphs.isDigit(c)) {
      return !Glyphs.isWord(text.at(at - 1)) || !isRecognised(text.at(at - 1));
    }
    return isRecognised(c)
        && !Glyphs.isWord(text.at(at - 1))
        && isLike(text.at(at + 1))
        && isLike(text.at(at + 2))
        && (Glyphs.isDigit(text.at(at + 1))
            || Glyphs.isDigit(text.at(at + 2))
            || Glyphs.isDigit(text.at(at + 3)));
  }

  private static boolean isLike(char c) {
    return Glyphs.isDigit(c) || isRecognised(c);
  }

  private int groupEnd(int start) {
    int end = start;
    while (Glyphs.isDigit(text.at(end)) || isMisread(end, start)) {
      end++;
    }
    boolean check =
        (text.at(end) == 'X' || text.at(end) == 'x') && !Glyphs.isWord(text.at(end + 1));
    return check && end > start ? end + 1 : end;
  }

  /** A letter that stands between or after digits and looks like one. */
  private boolean isMisread(int at, int start) {
    if (!isRecognised(text.at(at))) {
      return false;
    }
    boolean after = Glyphs.isDigit(text.at(at + 1)) || isRecognised(text.at(at + 1));
    return after || (at - start >= 10 && !Glyphs.isWord(text.at(at + 1)));
  }

  private static boolean isRecognised(char c) {
    return c == 'O' || c == 'o' || c == 'l' || c == 'I';
  }

  private static char digit(char c) {
    return switch (c) {
      case 'O', 'o' -> '0';
      case 'l', 'I' -> '1';
      case 'x' -> 'X';
      default -> c;
    };
  }

  /** Where the next group starts if only a separator lies between, or -1. */
  private int afterSeparator(int end) {
    int at = end;
    while (at < end + 3 && isSeparator(text.at(at))) {
      at++;
    }
    return at > end && startsGroup(at) ? at : -1;
  }

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '\n'
        || c == '\r'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '('
        || c == ')'
        || c == '\u00B7';
  }
}
