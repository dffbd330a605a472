package gatehouse.deid.tagging;

import java.util.Arrays;

/**
 * Finds names in a text with trained weights (Viterbi over five tags). Linear in the text; one
 * instance serves any number of threads.
 */
public final class Tagger {
  /** Receives a name: its span, and by how much it beats being no name (in weight units). */
  public interface Sink {
    /** A name stands at {@code start..end}. */
    void name(int start, int end, int margin);
  }

  private static final int LONGEST_SEGMENT = 256;

  /** Worse than any sum of weights; two of them still fit into an int. */
  private static final int NEVER = Integer.MIN_VALUE / 4;

  private final Weights weights;
  private final int bias;

  /**
   * A tagger.
   *
   * @param bias weight taken from "no name" at each character: higher finds more, also more that is
   *     none
   */
  public Tagger(Weights weights, int bias) {
    this.weights = weights;
    this.bias = bias;
  }

  /** Reports every name in the first {@code length} units, from left to right. */
  public void find(char[] units, int length, Sink sink) {
    Lattice lattice = new Lattice();
    char[] view = new char[length];
    for (int i = 0; i < length; i++) {
      view[i] = Features.view(units[i]);
    }
    int from = 0;
    while (from < length) {
      int to = segmentEnd(view, from, length);
      if (hasHan(view, from, to)) {
        lattice.decode(view, from, to);
        lattice.report(from, to, sink);
      }
      from = to;
    }
  }

  /** The tags of one segment, for training. */
  byte[] tags(char[] view) {
    Lattice lattice = new Lattice();
    lattice.decode(view, 0, view.length);
    return Arrays.copyOf(lattice.tags, view.length);
  }

  static int segmentEnd(char[] s, int from, int length) {
    int limit = Math.min(length, from + LONGEST_SEGMENT);
    int soft = limit;
    for (int i = from; i < limit; i++) {
      char c = s[i];
      if (c == '\n' || c == '。' || c == '!' || c == '?' || c == ';') {
        return i + 1;
      }
      soft = c == ' ' || c == ',' || c == '、' ? i + 1 : soft;
    }
    return limit == length || soft - from < LONGEST_SEGMENT / 2 ? limit : soft;
  }

  private static boolean hasHan(char[] s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s[i] >= 0x3400) {
        return true;
      }
    }
    return false;
  }

  /** Working memory of one decoding. */
  private final class Lattice {
    private final int[] features = new int[Features.COUNT];
    private final int[] emission = new int[LONGEST_SEGMENT * Tags.COUNT];
    private final byte[] back = new byte[LONGEST_SEGMENT * Tags.COUNT];
    private byte[] tags = new byte[LONGEST_SEGMENT];
    private int[] current = new int[Tags.COUNT];
    private int[] next = new int[Tags.COUNT];

    void decode(char[] s, int from, int to) {
      int n = to - from;
      for (int i = 0; i < n; i++) {
        emit(s, from, to, i);
        if (i == 0) {
          for (int tag = 0; tag < Tags.COUNT; tag++) {
            current[tag] = Tags.mayStart(tag) ? emission[tag] : NEVER;
          }
        } else {
          step(i);
        }
      }
      int best = Tags.OUT;
      for (int tag = 1; tag < Tags.COUNT; tag++) {
        if (Tags.mayStop(tag) && current[tag] > current[best]) {
          best = tag;
        }
      }
      for (int i = n - 1; i >= 0; i--) {
        tags[i] = (byte) best;
        best = back[i * Tags.COUNT + best];
      }
    }

    /** Most characters of a note are digits, letters and marks: they cost nothing. */
    private void emit(char[] s, int from, int to, int i) {
      if (!Features.mayName(s[from + i])) {
        Arrays.fill(emission, i * Tags.COUNT, (i + 1) * Tags.COUNT, NEVER);
        emission[i * Tags.COUNT] = 0;
        return;
      }
      Features.fill(s, from, to, from + i, features);
      short[] w = weights.emission;
      int out = -bias;
      int begin = 0;
      int middle = 0;
      int end = 0;
      int single = 0;
      for (int feature : features) {
        int row = feature * Tags.COUNT;
        out += w[row];
        begin += w[row + 1];
        middle += w[row + 2];
        end += w[row + 3];
        single += w[row + 4];
      }
      int at = i * Tags.COUNT;
      emission[at] = out;
      emission[at + 1] = begin;
      emission[at + 2] = middle;
      emission[at + 3] = end;
      emission[at + 4] = single;
    }

    private void step(int i) {
      short[] t = weights.transition;
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        int best = NEVER;
        int from = 0;
        for (int before = 0; before < Tags.COUNT; before++) {
          if (Tags.mayFollow(before, tag)) {
            int score = current[before] + t[before * Tags.COUNT + tag];
            if (score > best) {
              best = score;
              from = before;
            }
          }
        }
        next[tag] = Math.max(NEVER, best + emission[i * Tags.COUNT + tag]);
        back[i * Tags.COUNT + tag] = (byte) from;
      }
      int[] swap = current;
      current = next;
      next = swap;
    }

    void report(int from, int to, Sink sink) {
      int n = to - from;
      int i = 0;
      while (i < n) {
        if (tags[i] == Tags.OUT) {
          i++;
          continue;
        }
        int start = i;
        int margin = 0;
        do {
          int at = i * Tags.COUNT;
          margin += emission[at + tags[i]] - emission[at];
          i++;
        } while (i < n && (tags[i] == Tags.MIDDLE || tags[i] == Tags.END));
        sink.name(from + start, from + i, margin);
      }
    }
  }
}
