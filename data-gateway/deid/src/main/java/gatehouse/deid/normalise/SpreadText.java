package gatehouse.deid.normalise;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The same text without the blanks of what is written with a blank after every character, as
 * scanners and careful people do: 京 A 1 2 3 4 5. Leads back to the text it was made of.
 */
public final class SpreadText {
  /** So many blanks in a row of single characters are a way of writing; fewer may be a table. */
  private static final int FEWEST = 5;

  /** So many characters of a label, and so many blanks between two of them. */
  private static final int LONGEST_LABEL = 6;

  private static final int WIDEST = 4;

  private final NormalText text;

  /** Where each unit stood before the blanks were taken out. */
  private final int[] places;

  /** Blanks that were taken out of labels. */
  private final BitSet labels;

  private SpreadText(NormalText text, int[] places, BitSet labels) {
    this.text = text;
    this.places = places;
    this.labels = labels;
  }

  /** Null if nothing in the text is written so. */
  public static @Nullable SpreadText of(NormalText normal) {
    BitSet labels = new BitSet();
    BitSet blanks = new BitSet();
    for (int at = 0; at < normal.length(); at++) {
      int end = runEnd(normal, at);
      if (end - at >= 2 * FEWEST) {
        for (int blank = at + 1; blank < end; blank += 2) {
          blanks.set(blank);
        }
      }
      at = Math.max(at, end);
    }
    for (int at = 0; at < normal.length(); at++) {
      if (normal.at(at) == ':') {
        markLabel(normal, at, labels);
      }
    }
    labels.andNot(blanks);
    blanks.or(labels);
    return blanks.isEmpty() ? null : without(normal, blanks, labels);
  }

  private static SpreadText without(NormalText normal, BitSet blanks, BitSet labels) {
    StringBuilder built = new StringBuilder(normal.length());
    int[] places = new int[normal.length()];
    for (int i = 0; i < normal.length(); i++) {
      if (!blanks.get(i)) {
        places[built.length()] = i;
        built.append(normal.at(i));
      }
    }
    return new SpreadText(NormalText.of(built.toString()), places, labels);
  }

  /** 住 院 号： a label that a form spreads over its column. */
  private static void markLabel(NormalText text, int colon, BitSet blanks) {
    int at = colon - 1;
    for (int i = 0; i < LONGEST_LABEL && Glyphs.isHan(text.at(at)); i++) {
      int before = at - 1;
      while (Glyphs.isBlank(text.at(before)) && at - before <= WIDEST) {
        before--;
      }
      if (before == at - 1 || !Glyphs.isHan(text.at(before))) {
        return;
      }
      blanks.set(before + 1, at);
      at = before;
    }
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

  /** Whether a span of the text with blanks runs over a label's blank: no value does. */
  public boolean crossesLabel(int start, int end) {
    int blank = labels.nextSetBit(start);
    return blank >= 0 && blank < end;
  }

  private static boolean isGap(char c) {
    return Glyphs.isBlank(c) || c == '\n' || c == '\r';
  }
}
