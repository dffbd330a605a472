package gatehouse.deid.tagging;

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

  static final int LONGEST_SEGMENT = 256;

  private final Emission emission;
  private final int[] transition;
  private final int bias;

  /**
   * A tagger.
   *
   * @param bias weight taken from "no name" at each character: higher finds more, also more that is
   *     none
   */
  public Tagger(Weights weights, int bias) {
    this(new PackedEmission(weights), weights, bias);
  }

  private Tagger(Emission emission, Weights weights, int bias) {
    this.emission = emission;
    this.transition = new int[weights.transition.length];
    for (int i = 0; i < transition.length; i++) {
      transition[i] = weights.transition[i];
    }
    this.bias = bias;
  }

  /** A tagger for training: it sees every change of the weights of features at once. */
  static Tagger live(Weights weights) {
    return new Tagger(new LiveEmission(weights), weights, 0);
  }

  /** Reports every name in the first {@code length} units, from left to right. */
  public void find(char[] units, int length, Sink sink) {
    Lattice lattice = new Lattice(emission, transition, bias);
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
    Lattice lattice = new Lattice(emission, transition, bias);
    lattice.decode(view, 0, view.length);
    return lattice.tags(view.length);
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
}
