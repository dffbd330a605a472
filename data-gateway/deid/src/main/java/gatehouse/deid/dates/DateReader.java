package gatehouse.deid.dates;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Calendar;

/** Reads one date at a place in the text. Not safe for use by several threads. */
final class DateReader {
  private static final String SHORT_BEFORE = "于日期间录自从至到在";
  private static final String SHORT_AFTER = "入出行手术复转住就";

  private final NormalText text;
  private int at;
  private int value;
  private int digits;

  DateReader(NormalText text) {
    this.text = text;
  }

  /** Where the date that starts here ends, or -1. */
  int dateEnd(int start) {
    at = start;
    if (!number()) {
      return -1;
    }
    int first = value;
    int firstDigits = digits;
    boolean hourGlued = Glyphs.isDigit(text.at(at)) && text.at(at + 1) == ':';
    if (firstDigits == 9 && hourGlued) {
      at--;
      first /= 10;
      return Calendar.isDate(first / 10000, first / 100 % 100, first % 100) ? at : -1;
    }
    if (firstDigits == 8) {
      return Calendar.isDate(first / 10000, first / 100 % 100, first % 100) && ends(at) ? at : -1;
    }
    char separator = separator();
    if (firstDigits == 4 && Calendar.isYear(first)) {
      return yearFirst(separator);
    }
    if (firstDigits > 2) {
      return -1;
    }
    if (separator == '月') {
      return monthFirst(first);
    }
    if (separator == '年') {
      int end = yearFirst('年');
      return end > 0 && first <= 99 ? end : -1;
    }
    return separator == 0 ? -1 : shortForm(start, first, separator);
  }

  /** Where a time of day that follows a date ends; the date's end if none follows. */
  int timeEnd(int end) {
    at = end;
    skipBetween();
    if (!number() || digits > 2 || value > 24) {
      return end;
    }
    int result = end;
    for (int part = 0; part < 3; part++) {
      char c = text.at(at);
      if (c == '时' || c == '点' || c == '分' || c == '秒') {
        at++;
        result = at;
      } else if (c == ':' || c == '：') {
        at++;
      } else {
        return part == 0 ? end : Math.max(result, at);
      }
      int mark = at;
      if (!number() || digits > 2 || value > 59) {
        return result > end ? mark : end;
      }
      result = Math.max(result, at);
    }
    return Math.max(result, at);
  }

  /** Where the number that starts here ends: the place to look on. */
  int numberEnd(int start) {
    at = start;
    return number() ? at : start + 1;
  }

  /** After the year and its separator: month, then day where there is one. */
  private int yearFirst(char separator) {
    if (separator == 0) {
      return -1;
    }
    skipBlanks();
    if (!number() || value < 1 || value > 12 || digits > 2) {
      return -1;
    }
    int month = value;
    int monthEnd = at;
    char next = separator();
    boolean same = next == separator || next == '月';
    if (same) {
      int afterSeparator = at;
      skipBlanks();
      if (dayNumber() && Calendar.isDay(month, value) && ends(at)) {
        return dayWord();
      }
      return next == '月' ? afterSeparator : partial(separator, monthEnd);
    }
    return partial(separator, monthEnd);
  }

  /** 2023-05: a month counts unless it goes on as a decimal or ratio. */
  private int partial(char separator, int monthEnd) {
    return (separator == '-' || separator == '年') && ends(monthEnd) ? monthEnd : -1;
  }

  private int monthFirst(int month) {
    skipBlanks();
    if (number()
        && digits <= 2
        && Calendar.isDay(month, value)
        && (text.at(at) == '日' || text.at(at) == '号')) {
      return at + 1;
    }
    return -1;
  }

  /** 23-05-12, 05/12/2023, and 9/8 where the words around speak of a day. */
  private int shortForm(int start, int first, char separator) {
    if (!number() || digits > 2) {
      return -1;
    }
    int second = value;
    int secondEnd = at;
    if (separator() == separator && number()) {
      boolean yearLast = digits == 4 && Calendar.isYear(value);
      boolean dayLast = digits == 2 && Calendar.isDay(second, value) && first >= 10;
      boolean either = Calendar.isDay(first, second) || Calendar.isDay(second, first);
      return ((yearLast && either) || (dayLast && separator != '.')) && ends(at) ? at : -1;
    }
    at = secondEnd;
    boolean said = speaksOfADay(start);
    boolean day = separator == '/' && Calendar.isDay(first, second);
    return day && (said || SHORT_AFTER.indexOf(text.at(at)) >= 0) && ends(at) ? at : -1;
  }

  private boolean speaksOfADay(int start) {
    int before = start - 1;
    while (Glyphs.isBlank(text.at(before)) || text.at(before) == ':') {
      before--;
    }
    return SHORT_BEFORE.indexOf(text.at(before)) >= 0;
  }

  /** A day of one or two digits; of four before a colon the last two are the hour. */
  private boolean dayNumber() {
    if (!number()) {
      return false;
    }
    if (digits == 4 && text.at(at) == ':') {
      at -= 2;
      value /= 100;
      digits = 2;
      return true;
    }
    return digits <= 2;
  }

  private int dayWord() {
    int word = Glyphs.isBlank(text.at(at)) ? at + 1 : at;
    return text.at(word) == '日' || text.at(word) == '号' ? word + 1 : at;
  }

  private boolean ends(int end) {
    if (digits == 2 && Glyphs.isDigit(text.at(end)) && text.at(end + 2) == ':') {
      return true;
    }
    boolean decimal = text.at(end) == '.' && Glyphs.isDigit(text.at(end + 1));
    return !Glyphs.isDigit(text.at(end)) && !decimal && text.at(end) != '%';
  }

  private char separator() {
    int mark = at;
    skipBlanks();
    char c = text.at(at);
    if (c == '年' || c == '月' || c == '-' || c == '/' || c == '.') {
      at++;
      at += c == '-' && text.at(at) == '-' ? 1 : 0;
      skipBlanks();
      return c;
    }
    at = mark;
    return 0;
  }

  private void skipBlanks() {
    for (int i = 0; i < 2 && Glyphs.isBlank(text.at(at)); i++) {
      at++;
    }
  }

  private void skipBetween() {
    skipBlanks();
    char c = text.at(at);
    if (c == 'T' || c == ',') {
      at++;
    } else if (((c == '上' || c == '下') && text.at(at + 1) == '午')
        || (c == '凌' && text.at(at + 1) == '晨')) {
      at += 2;
    }
    skipBlanks();
  }

  /** Reads digits, or Chinese numerals one by one or with 十, into value and digits. */
  private boolean number() {
    int from = at;
    value = 0;
    while (Glyphs.isDigit(text.at(at)) && at - from < 9) {
      value = value * 10 + text.at(at) - '0';
      at++;
    }
    digits = at - from;
    return digits > 0 || numerals();
  }

  private boolean numerals() {
    int from = at;
    int ones = 0;
    int tens = -1;
    while (at - from < 5) {
      char c = text.at(at);
      int numeral = Glyphs.numeral(c);
      if (c == '十' && tens < 0) {
        tens = at == from ? 1 : ones;
        ones = 0;
      } else if (c == '廿' && at == from) {
        tens = 2;
      } else if (numeral >= 0) {
        ones = tens < 0 ? ones * 10 + numeral : numeral;
      } else {
        break;
      }
      at++;
    }
    value = tens < 0 ? ones : tens * 10 + ones;
    digits = tens < 0 ? at - from : 2;
    return at > from;
  }
}
