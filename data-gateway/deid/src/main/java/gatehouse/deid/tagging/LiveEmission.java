package gatehouse.deid.tagging;

/** The weights as they are while they are learnt. */
final class LiveEmission implements Emission {
  private final Weights weights;

  LiveEmission(Weights weights) {
    this.weights = weights;
  }

  @Override
  public void sum(int[] features, int first, int[] scores, int at) {
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      int sum = 0;
      for (int i = first; i < first + Features.COUNT; i++) {
        sum += weights.emission[features[i] * Tags.COUNT + tag];
      }
      scores[at + tag] = sum;
    }
  }
}
