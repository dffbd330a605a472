package gatehouse.deid.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of the lexicon that stand in a text, by position. */
public final class Hits {
  private final List<Hit> all = new ArrayList<>();

  /**
   * A word in the text.
   *
   * @param clue what it means
   * @param start its first position
   * @param end the position after its last
   */
  public record Hit(Clue clue, int start, int end) {}

  Hits() {}

  void add(Clue clue, int start, int end) {
    all.add(new Hit(clue, start, end));
  }

  /** Sorts, and lets go of words that lie inside a longer word. */
  void settle() {
    all.sort(Comparator.comparingInt(Hit::start).thenComparingInt(hit -> -hit.end()));
    List<Hit> kept = new ArrayList<>(all.size());
    int reach = -1;
    for (Hit hit : all) {
      if (hit.end() > reach) {
        kept.add(hit);
        reach = hit.end();
      }
    }
    all.clear();
    all.addAll(kept);
  }

  /** Every word, by position. */
  public List<Hit> all() {
    return all;
  }
}
