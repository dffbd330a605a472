package gatehouse.deid.normalise;

import org.jspecify.annotations.Nullable;

/**
 * The same text without the blanks of what is written with a blank after every character, as
 * scanners and careful people do: 京 A 1 2 3 4 5. Leads back to the text it was made of.
 */
public final class SpreadText {
  /** So many blanks in a row of single characters are a way of writing; fewer may be a table. */
  private static final int FEWEST = 5;

  private final NormalText text;

  /** Where each unit stood before the blanks were taken out. */
  private final int[] places;

  private SpreadText(NormalText text, int[] places) {
    this.text = text;
    this.places = places;
  }

  /** Null if nothing in the text is written so. */
  public static @Nullable SpreadText of(NormalText normal) {
    StringBuilder built = null;
    int[] places = new int[0];
    int from = 0;
    int at = 0;
    while (at < normal.length()) {
      int end = runEnd(normal, at);
      if (end - at >= 2 * FEWEST) {
        if (built == null) {
          built = new StringBuilder(normal.length());
          places = new int[normal.length()];
        }
        copy(normal, from, at, 1, built, places);
        copy(normal, at, end + 1, 2, built, places);
        from = end + 1;
      }
      at = Math.max(at, end) + 1;
    }
    if (built == null) {
      return null;
    }
    copy(normal, from, normal.length(), 1, built, places);
    return new SpreadText(NormalText.of(built.toString()), places);
  }

  /** The text without these blanks. */
  public NormalText text() {
    return text;
  }

  /** Where a span that starts here starts in the text with blanks. */
  public int start(int position) {
    return places[text.originalStart(position)];
  }

  /** Where a span that ends before this position ends in the text with blanks. */
  public int end(int position) {
    return places[text.originalEnd(position) - 1] + 1;
  }

  private static void copy(
      NormalText normal, int from, int to, int step, StringBuilder built, int[] places) {
    for (int i = from; i < to; i += step) {
      places[built.length()] = i;
      built.append(normal.at(i));
    }
  }

  /** The last character of the row that begins here: single characters, single blanks. */
  private static int runEnd(NormalText text, int start) {
    if (isGap(text.at(start))
        || (Glyphs.isWord(text.at(start)) && Glyphs.isWord(text.at(start - 1)))) {
      return start;
    }
    int end = start;
    while (Glyphs.isBlank(text.at(end + 1)) && !isGap(text.at(end + 2))) {
      end += 2;
    }
    boolean glued = Glyphs.isWord(text.at(end)) && Glyphs.isWord(text.at(end + 1));
    return glued ? Math.max(start, end - 2) : end;
  }

  private static boolean isGap(char c) {
    return Glyphs.isBlank(c) || c == '\n' || c == '\r';
  }
}
