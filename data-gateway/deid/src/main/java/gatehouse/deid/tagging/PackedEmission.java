package gatehouse.deid.tagging;

/**
 * Trained weights, packed for speed: the four tags of a name relative to "no name" as four fields
 * of one long, so that one addition adds a feature to all of them. Fields count in units so small
 * that no weight is cut off and so large that the sum of all features fits: what rounding loses is
 * far below what one sentence more or less in training changes.
 */
final class PackedEmission implements Emission {
  private static final int BITS = 16;
  private static final int FIELD = (1 << BITS) - 1;

  /** So far from zero that the sum of all features still fits a field. */
  private static final int FARTHEST = FIELD / Features.COUNT / 2;

  private static final int OFFSET = FARTHEST * Features.COUNT;

  private final long[] rows = new long[Features.SIZE];
  private final int unit;

  PackedEmission(Weights weights) {
    short[] emission = weights.emission;
    int largest = 1;
    for (int at = 0; at < emission.length; at++) {
      largest = Math.max(largest, Math.abs(emission[at] - emission[at - at % Tags.COUNT]));
    }
    unit = (largest + FARTHEST - 1) / FARTHEST;
    for (int feature = 0; feature < rows.length; feature++) {
      int out = feature * Tags.COUNT;
      long row = 0;
      for (int tag = Tags.COUNT - 1; tag > Tags.OUT; tag--) {
        int weight = Math.round((emission[out + tag] - emission[out]) / (float) unit);
        row = row << BITS | (weight + FARTHEST);
      }
      rows[feature] = row;
    }
  }

  @Override
  public void sum(int[] features, int first, int[] scores, int at) {
    long sum = 0;
    for (int i = first; i < first + Features.COUNT; i++) {
      sum += rows[features[i]];
    }
    scores[at] = 0;
    for (int tag = 1; tag < Tags.COUNT; tag++) {
      scores[at + tag] = unit * ((int) (sum & FIELD) - OFFSET);
      sum >>>= BITS;
    }
  }
}
