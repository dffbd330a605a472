package gatehouse.gateway.decoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Characters written as their codes, one after the other: {@code e5 bc a0}, {@code 0x31,0x33},
 * {@code =E5=BC=A0}, {@code U+5F20}, {@code %u5F20}, {@code \}{@code u{5f20}}, {@code 24352 20255}.
 * Rows that say something are replaced in place, the rest of a text stays. Linear.
 */
final class CodeRows {
  private static final int LONGEST_CODE = 8;
  private static final int LONGEST_GAP = 4;

  /** Functions that make a character of its code. */
  private static final List<String> CALLS = List.of("chr(", "char(", "nchar(", "unichr(");

  /** As text processors write a character: a signed number of 16 bits. */
  private static final Pattern RICH_TEXT = Pattern.compile("\\\\u(-?\\d{3,5})\\?");

  private static final int QUOTED = "=E5".length();

  private final String text;
  private final Consumer<String> hidden;
  private int at;

  private CodeRows(String text, Consumer<String> hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  /**
   * The text with every row that can be read replaced by what it says; the same text if none.
   *
   * @param hidden takes what rows say that the engine does not read
   */
  static String read(String text, Consumer<String> hidden) {
    return new CodeRows(text, hidden).read();
  }

  private String read() {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    while (at < text.length()) {
      int start = at;
      List<Code> row = mayStart(start) ? row() : List.of();
      String said = row.isEmpty() ? null : RowMeaning.of(row);
      if (said != null) {
        out.append(text, copied, start).append(said);
        copied = at;
        if (row.getFirst().mark() != Mark.POINT) {
          hidden.accept(said);
        }
      }
      at = Math.max(at, start + 1);
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private boolean mayStart(int start) {
    char c = text.charAt(start);
    boolean sign = c == '\\' || c == '%' || c == '=';
    boolean letter = c == 'u' || c == 'U' || c == 'x' || c == 'X';
    if (!sign && !letter && !mayBeCode(start)) {
      return false;
    }
    return sign || start == 0 || !isAsciiWord(text.charAt(start - 1));
  }

  /** Two hexadecimal digits, or 0x. */
  private boolean mayBeCode(int start) {
    char c = text.charAt(start);
    char next = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    return isHex(c) && (isHex(next) || next == 'x');
  }

  /** The codes from here on that are marked alike; leaves {@code at} behind the last. */
  private List<Code> row() {
    List<Code> row = new ArrayList<>();
    int end = at;
    int from = at;
    while (true) {
      Code code = codeAt(from, row.isEmpty() ? null : row.getFirst().mark());
      if (code == null) {
        break;
      }
      row.add(code);
      end = code.end();
      from = afterGap(end, code.mark());
    }
    at = end;
    return row;
  }

  /** The next position where a code may stand: nothing but a few signs lie between. */
  private int afterGap(int end, Mark mark) {
    int next = end;
    while (next < text.length() && next - end < LONGEST_GAP) {
      char c = text.charAt(next);
      boolean marked = mark != Mark.NONE && (c == '\\' || c == '%' || c == '=');
      if (marked || Character.isLetterOrDigit(c)) {
        break;
      }
      next++;
    }
    for (String call : CALLS) {
      if (text.regionMatches(true, next, call, 0, call.length())) {
        return next + call.length();
      }
    }
    return next;
  }

  private @Nullable Code codeAt(int from, @Nullable Mark expected) {
    Mark mark = Mark.at(text, from);
    boolean lone = expected == null && mark == Mark.QUOTED_PRINTABLE && !goesOnQuoted(from);
    if (lone || (expected != null && mark != expected)) {
      return null;
    }
    if (mark == Mark.POINT) {
      Matcher rich = RICH_TEXT.matcher(text).region(from, text.length());
      if (rich.lookingAt()) {
        int unit = Integer.parseInt(rich.group(1)) & 0xffff;
        return new Code(mark, Integer.toHexString(unit), false, rich.end());
      }
    }
    int start = from + mark.length();
    int end = start;
    while (end < text.length() && end - start < mark.longest() && isHex(text.charAt(end))) {
      end++;
    }
    boolean fits = end - start >= 2 && !goesOn(end, mark);
    if (!fits) {
      return null;
    }
    boolean minus =
        mark == Mark.NONE
            && from > 0
            && text.charAt(from - 1) == '-'
            && (from == 1 || !Character.isLetterOrDigit(text.charAt(from - 2)));
    char next = end < text.length() ? text.charAt(end) : ' ';
    boolean closed = next == '}' || next == ';' || (mark == Mark.HL7 && next == '\\');
    return new Code(mark, text.substring(start, end), minus, closed ? end + 1 : end);
  }

  /** x=e5 bc a0 is an assignment and a row without marks. */
  private boolean goesOnQuoted(int from) {
    return from + QUOTED < text.length() && text.charAt(from + QUOTED) == '=';
  }

  /** Whether a word or number goes on where a code should have ended. */
  private boolean goesOn(int end, Mark mark) {
    if (end == text.length() || !isAsciiWord(text.charAt(end))) {
      return false;
    }
    return mark == Mark.NONE || Mark.at(text, end) != mark;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isAsciiWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /**
   * One code of a row.
   *
   * @param digits two to eight hexadecimal digits
   * @param minus whether a minus stands before it, as before bytes in Java
   * @param end the position after it
   */
  record Code(Mark mark, String digits, boolean minus, int end) {}

  /** What stands before each code. */
  enum Mark {
    BRACED_POINT("\\u{"),
    BRACED_BYTE("\\x{"),
    BYTE("\\x"),
    HL7("\\X"),
    RTF("\\'"),
    WIDE_POINT("\\U"),
    POINT("\\u"),
    PERCENT_POINT("%u"),
    PERCENT("%"),
    PLUS_POINT("U+"),
    PLUS_POINT_SMALL("u+"),
    QUOTED_PRINTABLE("="),
    HEX("0x"),
    BACKSLASH("\\"),
    BARE_POINT("u"),
    BARE_BYTE("x"),
    NONE("");

    private static final List<Mark> ALL = List.of(values());
    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    int length() {
      return sign.length();
    }

    /** Signs without a closing one take as many digits as their language says. */
    int longest() {
      return switch (this) {
        case PERCENT, QUOTED_PRINTABLE, BARE_BYTE, RTF -> 2;
        case BYTE, HL7 -> 4;
        case POINT, PERCENT_POINT, BARE_POINT -> 4;

        default -> LONGEST_CODE;
      };
    }

    static Mark at(String text, int from) {
      char c = from < text.length() ? text.charAt(from) : ' ';
      if (c == '\\'
          || c == '%'
          || c == '='
          || c == '0'
          || Character.toLowerCase(c) == 'u'
          || c == 'x') {
        for (Mark mark : ALL) {
          if (text.startsWith(mark.sign, from)) {
            return mark;
          }
        }
      }
      return NONE;
    }
  }
}
