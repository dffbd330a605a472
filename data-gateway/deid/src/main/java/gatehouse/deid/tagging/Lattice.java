package gatehouse.deid.tagging;

import java.util.Arrays;

/** Working memory of one decoding: the best row of tags for a segment (Viterbi). */
final class Lattice {
  /** Worse than any sum of weights; two of them still fit into an int. */
  private static final int NEVER = Integer.MIN_VALUE / 4;

  private final Emission emission;
  private final int[] transition;
  private final int bias;
  private final int[] features = new int[Tagger.LONGEST_SEGMENT * Features.COUNT];
  private final int[] scores = new int[Tagger.LONGEST_SEGMENT * Tags.COUNT];
  private final byte[] back = new byte[Tagger.LONGEST_SEGMENT * Tags.COUNT];
  private final byte[] tags = new byte[Tagger.LONGEST_SEGMENT];

  /** Score of the best row so far that ends with each tag. */
  private int out;

  private int begin;
  private int middle;
  private int end;
  private int single;

  Lattice(Emission emission, int[] transition, int bias) {
    this.emission = emission;
    this.transition = transition;
    this.bias = bias;
  }

  /** The tags of the segment decoded last. */
  byte[] tags(int length) {
    return Arrays.copyOf(tags, length);
  }

  void decode(char[] s, int from, int to) {
    emit(s, from, to);
    out = 0;
    begin = NEVER;
    middle = NEVER;
    end = NEVER;
    single = NEVER;
    for (int i = 0; i < to - from; i++) {
      step(i * Tags.COUNT, Features.mayName(s[from + i]), i == 0);
    }
    int best = out >= end && out >= single ? Tags.OUT : end >= single ? Tags.END : Tags.SINGLE;
    for (int i = to - from - 1; i >= 0; i--) {
      tags[i] = (byte) best;
      best = back[i * Tags.COUNT + best];
    }
  }

  /** Only characters that may be part of a name have features. */
  private void emit(char[] s, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      if (Features.mayName(s[i])) {
        Features.write(s, from, to, i, features, length);
        length += Features.COUNT;
      }
    }
    Features.hash(features, length);
    int next = 0;
    for (int i = from; i < to; i++) {
      int at = (i - from) * Tags.COUNT;
      if (Features.mayName(s[i])) {
        emission.sum(features, next, scores, at);
        scores[at] -= bias;
        next += Features.COUNT;
      } else {
        scores[at] = 0;
      }
    }
  }

  /** What is no ideograph is no part of a name: most characters of a note cost next to nothing. */
  private void step(int at, boolean mayName, boolean first) {
    int newOut = outside(at, Tags.OUT, first);
    if (mayName) {
      int newBegin = outside(at, Tags.BEGIN, first);
      int newMiddle = inside(at, Tags.MIDDLE);
      int newEnd = inside(at, Tags.END);
      single = outside(at, Tags.SINGLE, first);
      begin = newBegin;
      middle = newMiddle;
      end = newEnd;
    } else {
      begin = NEVER;
      middle = NEVER;
      end = NEVER;
      single = NEVER;
    }
    out = newOut;
  }

  /** The best way to a tag that stands outside a name, or begins one. */
  private int outside(int at, int tag, boolean first) {
    if (first) {
      return scores[at + tag];
    }
    int best = out + transition[Tags.OUT * Tags.COUNT + tag];
    int before = Tags.OUT;
    int afterEnd = end + transition[Tags.END * Tags.COUNT + tag];
    if (afterEnd > best) {
      best = afterEnd;
      before = Tags.END;
    }
    int afterSingle = single + transition[Tags.SINGLE * Tags.COUNT + tag];
    if (afterSingle > best) {
      best = afterSingle;
      before = Tags.SINGLE;
    }
    back[at + tag] = (byte) before;
    return best + scores[at + tag];
  }

  /** The best way to a tag that goes on with a name. */
  private int inside(int at, int tag) {
    int afterBegin = begin + transition[Tags.BEGIN * Tags.COUNT + tag];
    int afterMiddle = middle + transition[Tags.MIDDLE * Tags.COUNT + tag];
    boolean goesOn = afterMiddle > afterBegin;
    back[at + tag] = (byte) (goesOn ? Tags.MIDDLE : Tags.BEGIN);
    return Math.max(NEVER, Math.max(afterBegin, afterMiddle) + scores[at + tag]);
  }

  void report(int from, int to, Tagger.Sink sink) {
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
        margin += scores[at + tags[i]] - scores[at];
        i++;
      } while (i < n && (tags[i] == Tags.MIDDLE || tags[i] == Tags.END));
      sink.name(from + start, from + i, margin);
    }
  }
}
