package gatehouse.deid.known;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Trie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Long values with one slip of the pen anywhere. One half of the value must then be right: the
 * automaton looks for halves, and only where one stands the other is compared.
 */
final class NearMatcher {
  private final Trie<List<Half>> halves;
  private final boolean empty;

  /**
   * Half of a value.
   *
   * @param other the other half
   * @param first whether the other half comes after this one
   */
  private record Half(String other, boolean first, Type type) {}

  private NearMatcher(Map<String, List<Half>> halves) {
    this.halves = Trie.of(halves);
    this.empty = halves.isEmpty();
  }

  /** A matcher for values of four characters and more. */
  static NearMatcher of(Map<String, Type> values) {
    Map<String, List<Half>> halves = new LinkedHashMap<>();
    values.forEach((value, type) -> {
      int middle = value.length() / 2;
      String left = value.substring(0, middle);
      String right = value.substring(middle);
      add(halves, left, new Half(right, true, type));
      add(halves, right, new Half(left, false, type));
    });
    return new NearMatcher(halves);
  }

  private static void add(Map<String, List<Half>> halves, String text, Half half) {
    halves.computeIfAbsent(text, t -> new ArrayList<>()).add(half);
  }

  boolean isEmpty() {
    return empty;
  }

  void find(SqueezedText text, Findings findings) {
    halves.scan(
        text.units(),
        text.length(),
        (candidates, start, end) -> {
          for (Half half : candidates) {
            int to =
                half.first() ? OneEdit.endOf(text.units(), text.length(), end, half.other()) : end;
            int from = half.first() ? start : OneEdit.startOf(text.units(), start, half.other());
            if (from >= 0 && to >= 0) {
              findings.add(
                  half.type(), text.position(from), text.last(to - 1) + 1, 0.8, Stage.KNOWN);
            }
          }
        });
  }
}
