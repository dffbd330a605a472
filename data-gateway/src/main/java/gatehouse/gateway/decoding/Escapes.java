package gatehouse.gateway.decoding;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes what stands for one character or one number each, in place. */
final class Escapes {
  private static final char RIGHT_TO_LEFT = '\u202E';
  private static final char END_OF_OVERRIDE = '\u202C';

  /** As Python, office documents, locales, fonts and TeX name a character. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\\\?N\\{CJK UNIFIED IDEOGRAPH-|_x|<U\\+?|uni|\\\\char\"|(?<![0-9A-Za-z]))"
              + "([0-9A-Fa-f]{4})(?![0-9A-Fa-f])[}_>hH]?|\\\\symbol\\{([0-9]{2,5})}");

  private static final List<String> MARKS =
      List.of("IDEOGRAPH-", "_x", "<U", "\\char\"", "\\symbol{");

  /** At the end of a line quoted-printable (RFC 2045) goes on in the next. */
  private static final Pattern SOFT_BREAK = Pattern.compile("=\\s{1,2}(?==[0-9A-Fa-f]{2})");

  /** Characters between a plus and a minus, as UTF-7 (RFC 2152) writes them. */
  private static final Pattern SEVEN_BITS = Pattern.compile("\\+([A-Za-z0-9+/]{3,400})-?");

  private static final String LOOK_ALIKES = "OoDIliZzEASsGbTBgq";
  private static final String LOOKED_LIKE = "000111223455667899";
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern CARD =
      Pattern.compile(
          "[1-8]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]");
  private static final int MOST_LOOK_ALIKES = 4;

  /**
   * Fewer digits before an exponent are a measurement. A number of somebody's that ends with zeros
   * loses them: 13800138000 is 1.3800138E10 to whoever keeps it as a floating-point number.
   */
  private static final int FEWEST_DIGITS = 5;

  private static final int LONGEST_NUMBER = 40;

  /** As many digits as the longest number that is somebody's. */
  private static final int MOST_REPEATED = 18;

  private Escapes() {}

  /** Writes long numbers out: JSON may say 13812.345678e6. */
  static String exponents(String text) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (int at = 1; at + 1 < text.length(); at++) {
      if ((text.charAt(at) | 0x20) != 'e' || !isDigit(text, at - 1)) {
        continue;
      }
      int power = text.charAt(at + 1) == '+' ? at + 2 : at + 1;
      int end = isDigit(text, power) && isDigit(text, power + 1) ? power + 2 : power + 1;
      int start = numberStart(text, Math.max(copied, at - LONGEST_NUMBER), at);
      long digits = text.substring(start, at).chars().filter(c -> c != '.').count();
      if (isDigit(text, power) && !isDigit(text, end) && digits >= FEWEST_DIGITS) {
        out.append(text, copied, start).append(plain(text.substring(start, end)));
        copied = end;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private static int numberStart(String text, int earliest, int end) {
    int start = end;
    boolean point = false;
    while (start > earliest
        && (isDigit(text, start - 1) || (!point && text.charAt(start - 1) == '.'))) {
      start--;
      point |= text.charAt(start) == '.';
    }
    return text.charAt(start) == '.' ? start + 1 : start;
  }

  private static String plain(String number) {
    return new BigDecimal(number).toPlainString();
  }

  /** Puts Chinese characters and digits where their names stand. */
  static String named(String text) {
    if (MARKS.stream().noneMatch(text::contains) && !hasFourHex(text)) {
      return text;
    }
    return NAMED.matcher(text).replaceAll(Escapes::character);
  }

  private static String character(MatchResult name) {
    int point =
        name.group(1) == null
            ? Integer.parseInt(name.group(2))
            : HexFormat.fromHexDigits(name.group(1));
    boolean says = Folding.isCommonHan(point) || (point >= '0' && point <= '9');
    boolean marked = name.start(1) != name.start();
    boolean closed = (name.group().charAt(name.group().length() - 1) | 0x20) == 'h';
    return says && (marked || closed)
        ? Character.toString(point)
        : Matcher.quoteReplacement(name.group());
  }

  /** Four hexadecimal digits behind "uni" or before an h. */
  private static boolean hasFourHex(String text) {
    for (int at = text.indexOf("uni"); at >= 0; at = text.indexOf("uni", at + 1)) {
      if (isHex(text, at + 3, at + 7)) {
        return true;
      }
    }
    for (int at = 4; at < text.length(); at++) {
      if ((text.charAt(at) | 0x20) == 'h' && isHex(text, at - 4, at)) {
        return true;
      }
    }
    return false;
  }

  /** Joins lines of quoted-printable. */
  static String softBreaks(String text) {
    return text.indexOf('=') < 0 ? text : SOFT_BREAK.matcher(text).replaceAll("");
  }

  /** Puts Chinese characters where UTF-7 stands. */
  static String sevenBits(String text) {
    return text.indexOf('+') < 0
        ? text
        : SEVEN_BITS.matcher(text).replaceAll(m -> Matcher.quoteReplacement(sevenBits(m)));
  }

  private static String sevenBits(MatchResult row) {
    String digits = row.group(1);
    String whole = digits.length() % 4 == 1 ? digits.substring(1) : digits;
    String said = new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_16BE);
    return said.codePoints().allMatch(Escapes::isChineseText) ? said : row.group();
  }

  /** A character or a sign of Chinese text. */
  private static boolean isChineseText(int point) {
    return Folding.isCommonHan(point)
        || (point >= 0x3000 && point <= 0x303F)
        || (point >= 0xFF00 && point <= 0xFFEF);
  }

  /** Numbers in which a few letters look like the digits that they stand for: l38I2E45678. */
  static String lookAlikes(String text) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      int letters = 0;
      int end = at;
      while (end < text.length() && isWord(text.charAt(end))) {
        letters += isDigit(text, end) ? 0 : 1;
        end++;
      }
      boolean mayBe =
          (end - at == 11 || end - at == 18) && letters > 0 && letters <= MOST_LOOK_ALIKES;
      String digits = mayBe ? digits(text.substring(at, end)) : "";
      if (MOBILE.matcher(digits).matches() || CARD.matcher(digits).matches()) {
        out.append(text, copied, at).append(digits);
        copied = end;
      }
      at = Math.max(end, at + 1);
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private static String digits(String word) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      int looks = LOOK_ALIKES.indexOf(word.charAt(i));
      digits.append(looks < 0 ? word.charAt(i) : LOOKED_LIKE.charAt(looks));
    }
    return digits.toString();
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Undoes one layer of backslash escapes wherever they stand, valid JSON or not. */
  static String backslashes(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\' || i == text.length()) {
        out.append(c);
        continue;
      }
      char escape = text.charAt(i++);
      if (escape == 'u' && i + 4 <= text.length() && isHex(text, i, i + 4)) {
        out.append((char) HexFormat.fromHexDigits(text, i, i + 4));
        i += 4;
      } else {
        out.append("nrtbf".indexOf(escape) >= 0 ? ' ' : escape);
      }
    }
    return out.toString();
  }

  /** Undoes percent signs as in addresses. */
  static String percents(String text) {
    if (!hasPercents(text)) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    int i = 0;
    while (i < in.length) {
      byte b = in[i++];
      if (b == '%'
          && i + 1 < in.length
          && HexFormat.isHexDigit(in[i])
          && HexFormat.isHexDigit(in[i + 1])) {
        b = (byte) (HexFormat.fromHexDigit(in[i]) << 4 | HexFormat.fromHexDigit(in[i + 1]));
        i += 2;
      }
      out[length++] = b;
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean hasPercents(String text) {
    int at = text.indexOf('%');
    while (at >= 0 && !(at + 2 < text.length() && isHex(text, at + 1, at + 3))) {
      at = text.indexOf('%', at + 1);
    }
    return at >= 0;
  }

  /** Reads what an override turns around (U+202E) as it is shown. */
  static String turned(String text) {
    int start = text.indexOf(RIGHT_TO_LEFT);
    if (start < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (start >= 0) {
      int end = text.indexOf(END_OF_OVERRIDE, start);
      int to = end < 0 ? text.length() : end;
      out.append(text, copied, start)
          .append(new StringBuilder(text.substring(start + 1, to)).reverse());
      copied = to;
      start = text.indexOf(RIGHT_TO_LEFT, to);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Writes out what a pattern repeats: a schema may say {@code ^13{1}8{3}[0-9]$}. */
  static String repeats(String text) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (int at = text.indexOf('{', 1); at > 0; at = text.indexOf('{', at + 1)) {
      int end = isDigit(text, at + 2) ? at + 3 : at + 2;
      boolean repeats =
          isDigit(text, at - 1)
              && isDigit(text, at + 1)
              && end < text.length()
              && text.charAt(end) == '}';
      if (repeats) {
        int times = Math.min(Integer.parseInt(text.substring(at + 1, end)), MOST_REPEATED);
        out.append(text, copied, at - 1).repeat(text.charAt(at - 1), times);
        copied = end + 1;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private static boolean isHex(String text, int from, int to) {
    if (to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
