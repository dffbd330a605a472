package gatehouse.deid.names;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** How long a name is that may start at a place. */
final class NameShape {
  /** What follows a name in running text. */
  private static final String AFTER = "已陪于因男女诉的在来入出为是今现自有家及和与签要到同之称告系向说述被将转经再曾未能可";

  private NameShape() {}

  /**
   * After a label with a colon nearly anything is a name.
   *
   * @return the end, or {@code start} if there is no name
   */
  static int labelled(NormalText text, int start) {
    int spaced = spaced(text, start);
    if (spaced > start) {
      return spaced;
    }
    if (Glyphs.isLetter(text.at(start))) {
      return latin(text, start);
    }
    int end = start;
    while (Glyphs.isHan(text.at(end)) && end - start < 12) {
      end++;
    }
    if (text.at(end) == '\u00B7' && end > start) {
      return dotted(text, end);
    }
    int length = points(text, start, end);
    if (length > 4 || StopWords.isFormValue(text, start, end)) {
      return length > 4 ? running(text, start, true) : start;
    }
    boolean single = length == 1 && Surnames.lengthAt(text, start) == 0;
    return single ? start : end;
  }

  /**
   * A name that is also a word, such as 宁静, where what follows shows it is one: sex or age.
   *
   * @return the end, or {@code start} if there is no name
   */
  static int beforeSexOrAge(NormalText text, int start) {
    int end = wholeRun(text, start);
    return end > start && PersonRow.sexOrAgeFollows(text, end) ? end : start;
  }

  /** A run of two to four ideographs, all usual in names, that is no form value. */
  static int wholeRun(NormalText text, int start) {
    int end = start;
    while (Glyphs.isHan(text.at(end)) && end - start < 5) {
      end++;
    }
    int surname = Surnames.lengthAt(text, start);
    int given = end - start - surname;
    boolean name = surname > 0 && given >= 1 && given <= 2;
    return name && allGiven(text, start + surname, end) && !StopWords.isFormValue(text, start, end)
        ? end
        : start;
  }

  /** In running text a name starts with a surname and ends before something that may follow. */
  static int running(NormalText text, int start, boolean labelled) {
    int surname = Surnames.lengthAt(text, start);
    if (surname == 0) {
      return start;
    }
    int spaced = spaced(text, start);
    if (spaced > start) {
      return spaced;
    }
    for (int given = 2; given >= 1; given--) {
      int end = start + surname + given;
      if (allHan(text, start, end)
          && ends(text, end)
          && !StopWords.isNoName(text, start, end)
          && likely(text, start + surname, end, labelled)) {
        return end;
      }
    }
    if (labelled && allHan(text, start, start + surname + 2)) {
      return start + surname + 2;
    }
    return start;
  }

  /** Whether every character occurs in given names. */
  static boolean allGiven(NormalText text, int from, int to) {
    return likely(text, from, to, false);
  }

  /** Number of characters: a rare one takes two units. */
  private static int points(NormalText text, int start, int end) {
    String slice = text.slice(start, end);
    return slice.codePointCount(0, slice.length());
  }

  private static boolean likely(NormalText text, int from, int to, boolean labelled) {
    for (int i = from; i < to; i++) {
      if (!labelled && !NameCharacters.isGiven(text.at(i)) && !Character.isSurrogate(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean ends(NormalText text, int end) {
    char c = text.at(end);
    return !Glyphs.isHan(c) || AFTER.indexOf(c) >= 0;
  }

  private static boolean allHan(NormalText text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Glyphs.isHan(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** 苏 耀 强: single characters between blanks. */
  private static int spaced(NormalText text, int start) {
    int at = start;
    int count = 0;
    while (count < 4
        && Glyphs.isHan(text.at(at))
        && Glyphs.isBlank(text.at(at + 1))
        && Glyphs.isHan(text.at(at + 2))
        && !Glyphs.isHan(text.at(at + 3))) {
      at += 2;
      count++;
    }
    return count > 0 && Surnames.lengthAt(text, start) > 0 ? at + 1 : start;
  }

  /** 阿卜杜拉·买买提: pieces between dots. */
  private static int dotted(NormalText text, int dot) {
    int end = dot;
    while (text.at(end) == '\u00B7' && Glyphs.isHan(text.at(end + 1))) {
      end++;
      int piece = end;
      while (Glyphs.isHan(text.at(end)) && end - piece < 7) {
        end++;
      }
    }
    return end;
  }

  /** Up to four words in Latin letters. */
  private static int latin(NormalText text, int start) {
    int end = start;
    int at = start;
    for (int word = 0; word < 4 && Glyphs.isLetter(text.at(at)); word++) {
      while (Glyphs.isLetter(text.at(at))
          || text.at(at) == '\''
          || text.at(at) == '-'
          || text.at(at) == '.') {
        at++;
      }
      end = at;
      at += Glyphs.isBlank(text.at(at)) ? 1 : 0;
      if (!Character.isUpperCase(text.at(at))) {
        break;
      }
    }
    return end - start >= 2 && Character.isUpperCase(text.at(start)) ? end : start;
  }
}
