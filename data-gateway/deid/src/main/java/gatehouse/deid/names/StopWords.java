package gatehouse.deid.names;

import gatehouse.deid.normalise.NormalText;
import java.util.Set;

/** Words of the hospital that look like names and are none. */
public final class StopWords {
  private static final Set<String> NO_NAMES = WordList.read("no-names.txt");

  private StopWords() {}

  /**
   * Whether a span is such a word, a clan or eponym (毕氏), or begins with one in a way that no name
   * goes on.
   */
  public static boolean isNoName(NormalText text, int start, int end) {
    boolean clan = text.at(end - 1) == '氏' && end - start <= 3;
    if (clan || isWord(text, start, end)) {
      return true;
    }
    for (int length = 3; length < end - start; length++) {
      if (NO_NAMES.contains(text.slice(start, start + length))) {
        return true;
      }
    }
    boolean goesOn = end - start == 3 && NameCharacters.isGiven(text.at(end - 1));
    boolean begins = end - start > 2 && NO_NAMES.contains(text.slice(start, start + 2));
    return (begins && !goesOn) || (end - start > 2 && NO_NAMES.contains(text.slice(end - 2, end)));
  }

  /** Whether a span is exactly such a word. */
  static boolean isWord(NormalText text, int start, int end) {
    return NO_NAMES.contains(text.slice(start, end));
  }
}
