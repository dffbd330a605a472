package gatehouse.deid.normalise;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in its plain spelling, with the way back to the original. Never fails: lone surrogates
 * stay where they are, NUL disappears. Linear in time and memory.
 */
public final class NormalText {
  private final String original;
  private char[] units;
  private int length;

  /** Original position of each unit; null as long as both texts run in step. */
  private int @Nullable [] origin;

  /** Original position of the last character a unit stands for; null while that is the first. */
  private int @Nullable [] last;

  private NormalText(String original) {
    this.original = original;
    this.units = new char[original.length()];
  }

  /** Normalises a text. */
  public static NormalText of(String original) {
    NormalText text = new NormalText(original);
    text.read();
    return text;
  }

  /** The text as the caller gave it. */
  public String original() {
    return original;
  }

  /** Number of units after normalising. */
  public int length() {
    return length;
  }

  /** The unit at a position, or a line feed before the start and after the end. */
  public char at(int position) {
    return position < 0 || position >= length ? '\n' : units[position];
  }

  /** The normalised text of a span. */
  public String slice(int start, int end) {
    return new String(units, start, end - start);
  }

  /**
   * The units themselves, for hot loops; only the first {@link #length()} count. Not to be changed.
   */
  public char[] units() {
    return units;
  }

  /** Where a span that starts here starts in the original; never inside a surrogate pair. */
  public int originalStart(int position) {
    int at = origin(position);
    boolean inside =
        at > 0
            && at < original.length()
            && Character.isLowSurrogate(original.charAt(at))
            && Character.isHighSurrogate(original.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  /** Where a span that ends before this position ends in the original. */
  public int originalEnd(int position) {
    int[] lasts = last;
    int end = lasts == null ? origin(position - 1) : lasts[position - 1];
    boolean pair =
        Character.isHighSurrogate(original.charAt(end))
            && end + 1 < original.length()
            && Character.isLowSurrogate(original.charAt(end + 1));
    return pair ? end + 2 : end + 1;
  }

  private int origin(int position) {
    int[] map = origin;
    return map == null ? position : map[position];
  }

  private void read() {
    for (int i = 0; i < original.length(); i++) {
      char c = original.charAt(i);
      if (c == '\\') {
        i = readEscape(i);
      } else if ((c < 0x80 && c >= 0x20) || FoldTable.isIdeograph(c)) {
        put(c, i);
      } else if (isPair(i)) {
        i = readPair(i);
      } else {
        readUnit(c, i);
      }
    }
  }

  /**
   * Reads what JSON and most programming languages write with a backslash, also with several, as in
   * JSON inside JSON; gives the position of its last character.
   */
  private int readEscape(int i) {
    int at = i;
    while (at < original.length() && original.charAt(at) == '\\') {
      at++;
    }
    int unit = Escape.unit(original, at);
    if (unit < 0) {
      for (int k = i; k < at; k++) {
        put('\\', k);
      }
      return at - 1;
    }
    int end = at + Escape.length(original, at);
    int from = length;
    readUnit((char) unit, i);
    for (int k = from; k < length; k++) {
      setLast(k, end - 1);
    }
    return end - 1;
  }

  private void setLast(int unit, int position) {
    int[] lasts = last;
    if (lasts == null) {
      lasts = new int[units.length];
      for (int k = 0; k < unit; k++) {
        lasts[k] = origin(k);
      }
      last = lasts;
    }
    lasts[unit] = position;
  }

  private void readUnit(char c, int i) {
    String many = FoldTable.many(c);
    if (many != null) {
      for (int k = 0; k < many.length(); k++) {
        put(many.charAt(k), i);
      }
    } else {
      char one = FoldTable.one(c);
      if (one != FoldTable.NOTHING) {
        put(one, i);
      }
    }
  }

  private boolean isPair(int i) {
    return Character.isHighSurrogate(original.charAt(i))
        && i + 1 < original.length()
        && Character.isLowSurrogate(original.charAt(i + 1));
  }

  /** Reads the pair at {@code i} and gives the position of its second unit. */
  private int readPair(int i) {
    int point = original.codePointAt(i);
    int type = Character.getType(point);
    boolean unseen = type == Character.FORMAT || type == Character.PRIVATE_USE;
    if (unseen || (point >= 0xE0100 && point <= 0xE01EF)) {
      return i + 1;
    }
    boolean foldable =
        (point >= 0x1D400 && point <= 0x1D7FF) || (point >= 0x1F100 && point <= 0x1FBFF);
    if (foldable || (point >= 0x2F800 && point <= 0x2FA1F)) {
      String pair = original.substring(i, i + 2);
      String folded = Normalizer.normalize(pair, Normalizer.Form.NFKC);
      if (!folded.equals(pair) && folded.length() <= 4) {
        for (int k = 0; k < folded.length(); k++) {
          put(folded.charAt(k), i);
        }
        return i + 1;
      }
    }
    put(original.charAt(i), i);
    put(original.charAt(i + 1), i + 1);
    return i + 1;
  }

  private void put(char unit, int from) {
    if (length == units.length) {
      grow();
    }
    int[] map = origin;
    if (map == null && from != length) {
      map = new int[units.length];
      for (int k = 0; k < length; k++) {
        map[k] = k;
      }
      origin = map;
    }
    if (map != null) {
      map[length] = from;
    }
    int[] lasts = last;
    if (lasts != null) {
      lasts[length] = from;
    }
    units[length++] = unit;
  }

  private void grow() {
    int size = units.length + (units.length >> 1) + 16;
    units = Arrays.copyOf(units, size);
    int[] map = origin;
    if (map != null) {
      origin = Arrays.copyOf(map, size);
    }
    int[] lasts = last;
    if (lasts != null) {
      last = Arrays.copyOf(lasts, size);
    }
  }
}
