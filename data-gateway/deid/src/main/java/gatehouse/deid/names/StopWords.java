package gatehouse.deid.names;

import gatehouse.deid.normalise.NormalText;
import java.util.HashSet;
import java.util.Set;

/** Words of the hospital that look like names and are none. */
public final class StopWords {
  private static final Set<String> FORM_VALUES = WordList.read("form-values.txt");
  private static final Set<String> NO_NAMES = all();

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

  /** Whether a word is exactly one of these, in simplified characters. */
  public static boolean isWord(String word) {
    return NO_NAMES.contains(word);
  }

  /** Whether a span is what a form holds in the place of a name: 不详, 本人, 同上. */
  static boolean isFormValue(NormalText text, int start, int end) {
    return FORM_VALUES.contains(text.slice(start, end));
  }

  private static boolean isWord(NormalText text, int start, int end) {
    return NO_NAMES.contains(text.slice(start, end));
  }

  private static Set<String> all() {
    Set<String> words = new HashSet<>(WordList.read("no-names.txt"));
    words.addAll(FORM_VALUES);
    return words;
  }
}
