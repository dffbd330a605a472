package gatehouse.deid.numbers;

import gatehouse.deid.finding.Type;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.LabelValue;

/** What may stand between two characters of a labelled number without ending it. */
final class ValueText {
  /** So many numerals in a row are a number that was read out and no word such as 一栏. */
  private static final int SPOKEN = 4;

  private static final int SHORTEST_REST = 3;

  private ValueText() {}

  /** Whether a number begins here that is written in numerals: 三七零八. */
  static boolean isSpoken(NormalText text, int at) {
    for (int i = at; i < at + SPOKEN; i++) {
      if (Glyphs.spokenNumeral(text.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A numeral that begins a row of them, or goes on in one. */
  static boolean isNumeral(NormalText text, int at, int start) {
    return Glyphs.spokenNumeral(text.at(at)) >= 0
        && (isSpoken(text, at) || (at > start && Glyphs.spokenNumeral(text.at(at - 1)) >= 0));
  }

  /**
   * Whether the number goes on behind this sign.
   *
   * @param before how long it is so far
   */
  static boolean joins(Type type, NormalText text, int at, int before) {
    char c = text.at(at);
    boolean joint = "-_./*#\u00B7".indexOf(c) >= 0;
    return (joint && Glyphs.isWord(text.at(at + 1)))
        || joinsPieces(type, text, at, before)
        || joinsDigits(text, at)
        || joinsLetters(text, at)
        || joinsCheck(text, at, before)
        || joinsLines(text, at, before);
  }

  /** Behind the sign, or behind the blanks. */
  static int skipJoint(NormalText text, int at) {
    return Glyphs.isBlank(text.at(at)) ? LabelValue.skipBlanks(text, at) : at + 1;
  }

  /** A sign inside a number: 440305:19881123:0019. A comma goes on only in a short piece. */
  private static boolean joinsPieces(Type type, NormalText text, int at, int before) {
    boolean sign = "^~=+[]!@&→()".indexOf(text.at(at)) >= 0;
    boolean list = ":,、|;".indexOf(text.at(at)) >= 0;
    int next = at + 1;
    int end = digitsEnd(text, next);
    char after = text.at(end);
    boolean unit = Glyphs.isHan(after) || Glyphs.isLetter(after) || "./%-".indexOf(after) >= 0;
    boolean card = type == Type.NATIONAL_ID || type == Type.BANK_CARD;
    return before > 0 && end > next && !unit && (sign || (list && (card || before < 6)));
  }

  /** Whether a blank at this place lies inside a number and not before the next thing. */
  private static boolean joinsDigits(NormalText text, int at) {
    if (!Glyphs.isBlank(text.at(at)) || !Glyphs.isWord(text.at(at - 1))) {
      return false;
    }
    int next = LabelValue.skipBlanks(text, at);
    int end = digitsEnd(text, next);
    char after = text.at(end);
    boolean unit = Glyphs.isHan(after) || after == ':' || after == '.' || after == '/';
    return (next - at <= 2 && end > next && !Glyphs.isLetter(after) && !unit && after != '-')
        || (next - at == 1 && end - next >= 2 && Glyphs.isBlank(after));
  }

  /** Z Y 3 5: every character stands alone. */
  private static boolean joinsLetters(NormalText text, int at) {
    return Glyphs.isBlank(text.at(at))
        && Glyphs.isWord(text.at(at - 1))
        && !Glyphs.isWord(text.at(at - 2))
        && Glyphs.isWord(text.at(at + 1))
        && Glyphs.isBlank(text.at(at + 2))
        && Glyphs.isWord(text.at(at + 3))
        && !Glyphs.isWord(text.at(at + 4));
  }

  /** The X at the end of a card whose characters stand alone. */
  private static boolean joinsCheck(NormalText text, int at, int before) {
    return Glyphs.isBlank(text.at(at))
        && before >= IdentityCard.LENGTH - 1
        && "Xx".indexOf(text.at(at + 1)) >= 0
        && !Glyphs.isWord(text.at(at + 2));
  }

  /** The end of a line inside a number: the rest stands alone at the begin of the next one. */
  private static boolean joinsLines(NormalText text, int at, int before) {
    if (text.at(at) != '\n' || before < SHORTEST_REST || !Glyphs.isDigit(text.at(at - 1))) {
      return false;
    }
    int end = digitsEnd(text, at + 1);
    return end - at > SHORTEST_REST
        && ",;。.)\n\0".indexOf(text.at(end)) >= 0
        && !Glyphs.isDigit(text.at(end + 1));
  }

  private static int digitsEnd(NormalText text, int from) {
    int end = from;
    while (Glyphs.isDigit(text.at(end)) || (end > from && text.at(end) == 'X')) {
      end++;
    }
    return end;
  }
}
