package gatehouse.gateway.decoding;

import gatehouse.gateway.decoding.CodeRows.Code;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row of codes says. Rows without marks are usually measurements: they count only if they
 * say Chinese, or digits in the shape of somebody's number.
 */
final class RowMeaning {
  private static final int FEWEST_BYTES = 3;
  private static final int FEWEST_UNMARKED = 6;
  private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");
  private static final Pattern BINARY = Pattern.compile("[01]{7,8}");
  private static final int LONGEST_DECIMAL = 6;
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(?:1[3-9]\\d{9}|[1-9]\\d{16}[\\dXx]|\\d{6,8})(?!\\d)");

  /** So many values between 48 and 57 in a row are no measurements. */
  private static final Pattern DIGITS_ONLY = Pattern.compile("\\d{9,}");

  private static final Pattern SOMEBODYS = Pattern.compile("1[3-9]\\d{9}|[1-9]\\d{16}[\\dXx]");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");

  private RowMeaning() {}

  static @Nullable String of(List<Code> row) {
    return switch (row.getFirst().mark()) {
      case BRACED_POINT, WIDE_POINT, POINT, PERCENT_POINT, PLUS_POINT, PLUS_POINT_SMALL ->
          points(row, 16);
      case BARE_POINT -> row.size() > 1 ? points(row, 16) : null;
      case BYTE, HL7, RTF, PERCENT, QUOTED_PRINTABLE, BARE_BYTE, BRACED_BYTE ->
          all(row, 2) ? bytes(row, 16, FEWEST_BYTES) : points(row, 16);
      case HEX ->
          all(row, 2) ? bytes(row, 16, FEWEST_BYTES) : row.size() > 1 ? points(row, 16) : null;
      case BACKSLASH -> matches(row, OCTAL) ? bytes(row, 8, FEWEST_BYTES) : points(row, 16);
      case NONE -> unmarked(row);
    };
  }

  private static @Nullable String unmarked(List<Code> row) {
    if (row.size() < 2) {
      return null;
    }
    if (row.size() >= FEWEST_UNMARKED && matches(row, BINARY)) {
      return named(bytes(row, 2, FEWEST_UNMARKED));
    }
    if (!row.stream().allMatch(RowMeaning::isDecimal)) {
      return all(row, 2)
          ? namedOrWord(bytes(row, 16, FEWEST_UNMARKED))
          : all(row, 4) && row.size() > 1 ? named(points(row, 16)) : null;
    }
    if (row.size() > 1 && row.stream().noneMatch(code -> code.digits().length() < 4)) {
      String points = points(row, 10);
      return named(points) == null && all(row, 4) ? named(points(row, 16)) : named(points);
    }
    if (row.size() < FEWEST_UNMARKED) {
      return null;
    }
    String mixed = points(row, 10);
    if (mixed != null && CHINESE.matcher(mixed).find()) {
      return mixed;
    }
    String spread = spread(row);
    if (SOMEBODYS.matcher(spread).matches()) {
      return spread;
    }
    String ascii = text(row, code -> Integer.parseInt(code.digits()));
    if (named(ascii) != null || DIGITS_ONLY.matcher(ascii).matches()) {
      return ascii;
    }
    String hex = all(row, 2) ? text(row, code -> Integer.parseInt(code.digits(), 16)) : null;
    return named(hex) != null ? hex : named(bytes(row, 10, FEWEST_UNMARKED));
  }

  /** 01 03 08: the last digits, if nothing but zeros stands before them. */
  private static String spread(List<Code> row) {
    StringBuilder digits = new StringBuilder();
    for (Code code : row) {
      int value = Integer.parseInt(code.digits());
      if (value > 9) {
        return "";
      }
      digits.append(value);
    }
    return digits.toString();
  }

  private static boolean isDecimal(Code code) {
    String digits = code.digits();
    return digits.length() <= LONGEST_DECIMAL && digits.chars().allMatch(c -> c <= '9');
  }

  private static @Nullable String named(@Nullable String text) {
    boolean names = text != null && (CHINESE.matcher(text).find() || NUMBER.matcher(text).find());
    return names ? text : null;
  }

  /** Bytes that are all letters are a word: no measurement has letters in it. */
  private static @Nullable String namedOrWord(@Nullable String text) {
    return text != null && ByteReadings.hasWord(text) ? text : named(text);
  }

  private static @Nullable String points(List<Code> row, int radix) {
    StringBuilder said = new StringBuilder();
    for (Code code : row) {
      int point =
          code.digits().length() > 6
              ? number(code.digits())
              : Integer.parseInt(code.digits(), radix);
      if (!Character.isValidCodePoint(point)) {
        return null;
      }
      said.appendCodePoint(point);
    }
    return said.toString();
  }

  /** Eight digits, of which the first must be zeros to be a character. */
  private static int number(String digits) {
    return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits, 16));
  }

  private static @Nullable String bytes(List<Code> row, int radix, int fewest) {
    if (row.size() < fewest) {
      return null;
    }
    byte[] bytes = new byte[row.size()];
    for (int i = 0; i < bytes.length; i++) {
      Code code = row.get(i);
      int value = Integer.parseInt(code.digits(), radix);
      if (value > 0xff) {
        return null;
      }
      bytes[i] = (byte) (code.minus() ? -value : value);
    }
    return ByteReadings.firstOf(bytes);
  }

  /** One character of ASCII each; a blank where a value is none. */
  private static String text(List<Code> row, ToIntFunction<Code> value) {
    StringBuilder said = new StringBuilder();
    for (Code code : row) {
      int c = value.applyAsInt(code);
      said.append(c > ' ' && c < 0x7f ? (char) c : ' ');
    }
    return said.toString();
  }

  private static boolean all(List<Code> row, int length) {
    return row.stream().allMatch(code -> code.digits().length() == length);
  }

  private static boolean matches(List<Code> row, Pattern pattern) {
    return row.stream().allMatch(code -> pattern.matcher(code.digits()).matches());
  }
}
