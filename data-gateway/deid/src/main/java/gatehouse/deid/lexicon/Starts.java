package gatehouse.deid.lexicon;

import java.util.List;
import java.util.Map;

/**
 * Whether a word may begin with two units. A small table that says yes too often and never no too
 * often: it stays in the processor's first cache, where the automaton does not.
 */
final class Starts {
  private static final int FEWEST_BITS = 10;
  private static final int MOST_BITS = 18;

  /** One bit per unit: whether a word begins with it. */
  private final long[] first = new long[0x10000 / Long.SIZE];

  /** One bit per unit: whether it is a word. */
  private final long[] alone = new long[0x10000 / Long.SIZE];

  /** One bit per hashed pair. */
  private final long[] pairs;

  private final int shift;

  Starts(List<Map<Character, Integer>> children, int[] mark) {
    int enough = Integer.SIZE - Integer.numberOfLeadingZeros(children.size()) + 3;
    int bits = Math.max(FEWEST_BITS, Math.min(MOST_BITS, enough));
    this.pairs = new long[(1 << bits) / Long.SIZE];
    this.shift = Integer.SIZE - bits;
    for (Map.Entry<Character, Integer> edge : children.get(0).entrySet()) {
      char one = edge.getKey();
      set(first, one);
      if (mark[edge.getValue()] != 0) {
        set(alone, one);
      }
      for (char two : children.get(edge.getValue()).keySet()) {
        set(pairs, pair(one, two));
      }
    }
  }

  boolean may(char one, char two) {
    return has(first, one) && (has(pairs, pair(one, two)) || has(alone, one));
  }

  private int pair(char one, char two) {
    return (one * 0x9E3779B1 + two * 0x85EBCA6B) >>> shift;
  }

  private static void set(long[] bits, int at) {
    bits[at / Long.SIZE] |= 1L << at;
  }

  private static boolean has(long[] bits, int at) {
    return (bits[at / Long.SIZE] >>> at & 1) != 0;
  }
}
