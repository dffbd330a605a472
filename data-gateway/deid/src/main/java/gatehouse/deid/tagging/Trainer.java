package gatehouse.deid.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Trains a tagger as an averaged structured perceptron. The same sentences and seed give the same
 * weights, bit for bit.
 */
public final class Trainer {
  /** What the largest weight becomes in the whole-number form. */
  private static final double SCALE = 4000;

  private final int[] weight = new int[Features.SIZE * Tags.COUNT];
  private final double[] summed = new double[Features.SIZE * Tags.COUNT];
  private final int[] transition = new int[Tags.COUNT * Tags.COUNT];
  private final double[] transitionSummed = new double[Tags.COUNT * Tags.COUNT];
  private final int[] features = new int[Features.COUNT];
  private long clock = 1;

  /**
   * A sentence with its names.
   *
   * @param text normalised characters, at most one segment long
   * @param names spans in it, without overlaps
   */
  public record Sentence(String text, List<Span> names) {}

  /** Where a name stands: start and the position after its end. */
  public record Span(int start, int end) {}

  /** Trains: every epoch may bring other sentences, such as other names in the same frames. */
  public Weights train(IntFunction<List<Sentence>> epochs, int count, long seed) {
    Random random = new Random(seed);
    for (int epoch = 0; epoch < count; epoch++) {
      List<Sentence> sentences = new ArrayList<>(epochs.apply(epoch));
      Collections.shuffle(sentences, random);
      Weights live = live();
      for (Sentence sentence : sentences) {
        learn(sentence, live);
      }
    }
    return averaged();
  }

  /** Weights that share the working arrays: training decodes with what it has learnt so far. */
  private Weights live() {
    short[] emission = new short[weight.length];
    for (int i = 0; i < weight.length; i++) {
      emission[i] = clamp(weight[i]);
    }
    short[] steps = new short[transition.length];
    for (int i = 0; i < transition.length; i++) {
      steps[i] = clamp(transition[i]);
    }
    return new Weights(emission, steps);
  }

  private void learn(Sentence sentence, Weights live) {
    char[] s = sentence.text().toCharArray();
    for (int i = 0; i < s.length; i++) {
      s[i] = Features.view(s[i]);
    }
    int from = 0;
    byte[] gold = gold(sentence, s.length);
    while (from < s.length) {
      int to = Tagger.segmentEnd(s, from, s.length);
      char[] segment = Arrays.copyOfRange(s, from, to);
      learn(segment, Arrays.copyOfRange(gold, from, to), live);
      from = to;
    }
  }

  private void learn(char[] s, byte[] gold, Weights live) {
    byte[] guess = Tagger.live(live).tags(s);
    for (int i = 0; i < s.length; i++) {
      if (guess[i] != gold[i]) {
        Features.write(s, 0, s.length, i, features, 0);
        Features.hash(features, Features.COUNT);
        for (int feature : features) {
          move(feature * Tags.COUNT + gold[i], 1, live);
          move(feature * Tags.COUNT + guess[i], -1, live);
        }
      }
      if (i > 0 && (guess[i] != gold[i] || guess[i - 1] != gold[i - 1])) {
        moveTransition(gold[i - 1] * Tags.COUNT + gold[i], 1, live);
        moveTransition(guess[i - 1] * Tags.COUNT + guess[i], -1, live);
      }
    }
    clock++;
  }

  private void move(int at, int by, Weights live) {
    weight[at] += by;
    summed[at] += (double) by * clock;
    live.emission[at] = clamp(weight[at]);
  }

  private void moveTransition(int at, int by, Weights live) {
    transition[at] += by;
    transitionSummed[at] += (double) by * clock;
    live.transition[at] = clamp(transition[at]);
  }

  private static byte[] gold(Sentence sentence, int length) {
    byte[] gold = new byte[length];
    for (Span name : sentence.names()) {
      int start = name.start();
      int end = name.end();
      if (!sentence
          .text()
          .substring(start, end)
          .chars()
          .allMatch(c -> Features.mayName((char) c))) {
        continue;
      }
      Arrays.fill(gold, start, end, (byte) Tags.MIDDLE);
      gold[start] = Tags.BEGIN;
      gold[end - 1] = Tags.END;
      if (end - start == 1) {
        gold[start] = Tags.SINGLE;
      }
    }
    return gold;
  }

  private Weights averaged() {
    double largest = 1e-9;
    for (int i = 0; i < weight.length; i++) {
      largest = Math.max(largest, Math.abs(average(weight[i], summed[i])));
    }
    double scale = SCALE / largest;
    short[] emission = new short[weight.length];
    for (int i = 0; i < weight.length; i++) {
      emission[i] = clamp(Math.round(average(weight[i], summed[i]) * scale));
    }
    short[] steps = new short[transition.length];
    for (int i = 0; i < transition.length; i++) {
      steps[i] = clamp(Math.round(average(transition[i], transitionSummed[i]) * scale));
    }
    return new Weights(emission, steps);
  }

  private double average(int last, double sum) {
    return last - sum / clock;
  }

  private static short clamp(long value) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
  }
}
