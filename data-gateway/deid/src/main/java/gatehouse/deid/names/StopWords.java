package gatehouse.deid.names;

import gatehouse.deid.normalise.NormalText;
import java.util.Set;

/** Words of the hospital that look like names and are none. */
public final class StopWords {
  private static final Set<String> NO_NAMES = WordList.read("no-names.txt");

  private StopWords() {}

  /** Whether a span begins with such a word, or ends with one of two characters. */
  public static boolean isNoName(NormalText text, int start, int end) {
    for (int length = 2; length <= end - start; length++) {
      if (NO_NAMES.contains(text.slice(start, start + length))) {
        return true;
      }
    }
    return end - start > 2 && NO_NAMES.contains(text.slice(end - 2, end));
  }
}
