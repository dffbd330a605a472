package gatehouse.deid.tagging;

/** How much each tag fits a character, judged by its features. */
interface Emission {
  /**
   * Adds up the weights of features.
   *
   * @param features as {@link Features#hash} gives them
   * @param first place of the first feature
   * @param scores where the sums of the tags go
   * @param at place of the first tag
   */
  void sum(int[] features, int first, int[] scores, int at);
}
