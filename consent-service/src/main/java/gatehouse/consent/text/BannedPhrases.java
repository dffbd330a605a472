package gatehouse.consent.text;

import gatehouse.clauses.Clause;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Phrases that make of the assistant a replacement. Refused even where a sentence denies them:
 * people remember the phrase and forget the "not".
 */
@Clause("G-61")
public final class BannedPhrases {
  private static final List<String> PHRASES =
      List.of(
          "AI诊断",
          "AI医生",
          "AI大夫",
          "人工智能诊断",
          "人工智能医生",
          "替代医生",
          "取代医生",
          "代替医生",
          "替代医师",
          "取代医师",
          "代替医师",
          "AI确诊",
          "AI diagnosis",
          "AI diagnoses",
          "AI doctor",
          "replaces the doctor",
          "replace the doctor",
          "replaces your doctor",
          "replace your doctor",
          "replaces doctors",
          "replace doctors");

  private BannedPhrases() {}

  /** The banned phrases in the text, however they are spaced, cased or widened. */
  public static List<String> in(String text) {
    String folded = fold(text);
    return PHRASES.stream().filter(phrase -> folded.contains(fold(phrase))).toList();
  }

  /** The banned phrases in either language. */
  public static List<String> in(Wording wording) {
    return in(wording.zh() + '\n' + wording.en());
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(BannedPhrases::isSeen)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Zero-width characters and blanks are not seen, so they must not hide a phrase. */
  private static boolean isSeen(int codePoint) {
    return codePoint == '\n'
        || !(Character.isWhitespace(codePoint)
            || Character.isSpaceChar(codePoint)
            || Character.getType(codePoint) == Character.FORMAT);
  }
}
