package gatehouse.gateway.decoding;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Undoes escapes that stand for one character each, in place. */
final class Escapes {
  private static final char RIGHT_TO_LEFT = '\u202E';
  private static final char END_OF_OVERRIDE = '\u202C';

  private Escapes() {}

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
    if (text.indexOf('%') < 0) {
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

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
