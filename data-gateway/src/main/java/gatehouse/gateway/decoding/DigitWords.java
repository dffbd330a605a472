package gatehouse.gateway.decoding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Words for digits in English, pinyin and Roman, several in one included: {@code yisanba}. */
public final class DigitWords {
  /** What a word said. */
  public enum Said {
    /** Something else. */
    NOTHING,
    /** Digits. */
    DIGITS,
    /** Tens, which a digit right behind them completes: thirty-eight is 38. */
    TENS
  }

  private static final int LETTERS = 26;
  private static final int MOST_NODES = 256;
  private static final int NO_NUMBER = -1;
  private static final String ZEROS = "zero oh o nought ling dong";
  private static final String[] FROM_ONE = {
    "one two three four five six seven eight nine",
    "yi er san si wu liu qi ba jiu",
    "yao liang _ _ _ _ guai _ gou",
    "i ii iii iv v vi vii viii ix",
    "_ _ _ _ _ _ _ _ niner"
  };
  private static final String TEENS =
      "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
  private static final String TENS = "_ twenty thirty forty fifty sixty seventy eighty ninety";
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** A tree of letters: the 26 followers of each node, 0 where none is. */
  private static final short[] NEXT = new short[LETTERS * MOST_NODES];

  /** The number of the word that ends at a node. */
  private static final byte[] NUMBER = new byte[MOST_NODES];

  static {
    Arrays.fill(NUMBER, (byte) NO_NUMBER);
    int nodes = 1;
    for (String zero : ZEROS.split(" ", -1)) {
      nodes = plant(zero, 0, nodes);
    }
    for (String words : FROM_ONE) {
      nodes = plantAll(words, 1, 1, nodes);
    }
    nodes = plantAll(TEENS, 10, 1, nodes);
    plantAll(TENS, 10, 10, nodes);
  }

  private DigitWords() {}

  /**
   * Appends what a word says.
   *
   * @param before what the word right before it said
   * @param digits stays as it is if the word says nothing
   */
  public static Said append(String plain, int from, int to, Said before, StringBuilder digits) {
    for (int i = from; i < to; i++) {
      if (plain.charAt(i) >= 0x80) {
        String bare = Normalizer.normalize(plain.substring(from, to), Normalizer.Form.NFD);
        String letters = MARKS.matcher(bare).replaceAll("");
        return appendLetters(letters, 0, letters.length(), before, digits);
      }
    }
    return appendLetters(plain, from, to, before, digits);
  }

  private static Said appendLetters(
      String plain, int from, int to, Said before, StringBuilder digits) {
    int length = digits.length();
    Said said = before;
    int at = from;
    while (at < to) {
      int end = wordEnd(plain, at, to);
      if (end == at) {
        // The last character of an identity card.
        if (plain.charAt(at) == 'x' && at + 1 == to) {
          digits.append('x');
          return Said.DIGITS;
        }
        digits.setLength(length);
        return Said.NOTHING;
      }
      said = append(number(plain, at, end), said, digits);
      at = end;
    }
    return said;
  }

  private static Said append(int number, Said before, StringBuilder digits) {
    if (before == Said.TENS && number > 0 && number < 10) {
      digits.setLength(digits.length() - 1);
    }
    digits.append(number);
    return number >= 20 ? Said.TENS : Said.DIGITS;
  }

  /** The end of the longest word that begins here; the same position if none does. */
  private static int wordEnd(String plain, int from, int to) {
    int end = from;
    int node = 0;
    for (int at = from; at < to; at++) {
      node = next(node, plain.charAt(at));
      if (node == 0) {
        break;
      }
      end = NUMBER[node] == NO_NUMBER ? end : at + 1;
    }
    return end;
  }

  private static int number(String plain, int from, int to) {
    int node = 0;
    for (int at = from; at < to; at++) {
      node = next(node, plain.charAt(at));
    }
    return NUMBER[node];
  }

  private static int next(int node, char c) {
    return c >= 'a' && c <= 'z' ? NEXT[node * LETTERS + c - 'a'] : 0;
  }

  private static int plantAll(String words, int first, int step, int nodes) {
    int number = first;
    int used = nodes;
    for (String word : words.split(" ", -1)) {
      used = word.equals("_") ? used : plant(word, number, used);
      number += step;
    }
    return used;
  }

  private static int plant(String word, int number, int nodes) {
    int used = nodes;
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int slot = node * LETTERS + word.charAt(i) - 'a';
      if (NEXT[slot] == 0) {
        NEXT[slot] = (short) used++;
      }
      node = NEXT[slot];
    }
    NUMBER[node] = (byte) number;
    return used;
  }
}
