package gatehouse.deid.numbers;

import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.NormalText;

/** Tells the numbers that a label calls harmless; to be asked from left to right. */
final class HarmlessNumbers {
  private final NormalText text;
  private final Hits hits;
  private int index;

  HarmlessNumbers(NormalText text, Hits hits) {
    this.text = text;
    this.hits = hits;
  }

  boolean covers(int start) {
    while (index < hits.all().size() && hits.all().get(index).end() <= start) {
      index++;
    }
    int before = index - 1;
    if (before < 0) {
      return false;
    }
    Hits.Hit hit = hits.all().get(before);
    return hit.clue() == Clue.HARMLESS_NUMBER && start - hit.end() <= 4 && near(hit.end(), start);
  }

  private boolean near(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.at(i);
      if (c == '\n' || c == ',' || c == ';' || c == '。') {
        return false;
      }
    }
    return true;
  }
}
