package gatehouse.deid.onnx;

import gatehouse.deid.finding.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model's labels mean: {@code B-PER} begins a person, {@code I-PER} goes on with one. */
final class Labels {
  private final List<String> labels;
  private final List<@Nullable Type> types = new ArrayList<>();

  Labels(List<String> labels) {
    this.labels = List.copyOf(labels);
    labels.forEach(label -> types.add(meaning(label)));
  }

  int size() {
    return labels.size();
  }

  /** What a label stands for; null if that is nothing the engine knows. */
  @Nullable Type type(int label) {
    return types.get(label);
  }

  /** Whether a label begins something, even behind another of its type. */
  boolean begins(int label) {
    return labels.get(label).startsWith("B-") || labels.get(label).startsWith("S-");
  }

  static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /** The share of one score among all (softmax). */
  static double share(float[] scores, int one) {
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - scores[one]);
    }
    return 1 / sum;
  }

  private static @Nullable Type meaning(String label) {
    String name = label.substring(label.indexOf('-') + 1);
    if (name.equals("PER")) {
      return Type.PERSON;
    }
    for (Type type : Type.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
