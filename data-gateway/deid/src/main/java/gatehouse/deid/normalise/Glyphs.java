package gatehouse.deid.normalise;

/** What kind of character a normalised unit is. */
public final class Glyphs {
  private static final String NUMERALS = "零〇一二三四五六七八九幺两";
  private static final String VALUES = "0012345678912";

  private static final String SPOKEN = "壹贰叁肆伍陆柒捌玖貳參陸弍拐勾洞";
  private static final String SPOKEN_VALUES = "1234567892362790";

  private Glyphs() {}

  /** An ASCII digit. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** An ASCII letter. */
  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** An ASCII letter or digit. */
  public static boolean isWord(char c) {
    return isDigit(c) || isLetter(c);
  }

  /** An ideograph, also as half of a surrogate pair: rare characters of names live out there. */
  public static boolean isHan(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || c == '〇'
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xD840 && c <= 0xD88F)
        || (c >= 0xDC00 && c <= 0xDFFF);
  }

  /** A blank inside a line. */
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** The same for a number read out, with the numerals of cheques and of soldiers: 壹, 拐, 勾, 洞. */
  public static int spokenNumeral(char c) {
    int at = SPOKEN.indexOf(c);
    return at < 0 ? numeral(c) : SPOKEN_VALUES.charAt(at) - '0';
  }

  /** The digit that a Chinese numeral stands for when read out one by one, or -1. */
  public static int numeral(char c) {
    int at = NUMERALS.indexOf(c);
    return at < 0 ? -1 : VALUES.charAt(at) - '0';
  }
}
