package gatehouse.verify.export;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Reads one line from left to right; whatever is not as expected ends it with its column. */
public final class Line {

  private static final int MOST_DIGITS = 18;
  private static final String ESCAPED = "\"\\bfnrt";
  private static final String MEANT = "\"\\\b\f\n\r\t";
  private static final String UPPER_HEX = "0123456789ABCDEF";

  private final byte[] bytes;
  private final int start;
  private final int end;
  private int at;

  /** The bytes from start to end, without the newline. */
  public Line(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  /** Whether what comes next is the literal; if so it is taken. */
  public boolean take(String literal) {
    if (end - at < literal.length()) {
      return false;
    }
    for (int i = 0; i < literal.length(); i++) {
      if (bytes[at + i] != literal.charAt(i)) {
        return false;
      }
    }
    at += literal.length();
    return true;
  }

  /** Takes the literal. */
  public void expect(String literal) {
    if (!take(literal)) {
      throw malformed("expected " + literal);
    }
  }

  /** Takes a number without sign and without leading zeros. */
  public long number() {
    int first = at;
    long number = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    int digits = at - first;
    if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && bytes[first] == '0')) {
      throw malformed("expected a number");
    }
    return number;
  }

  /** Takes so many bytes in lower-case hexadecimal digits. */
  public byte[] hex(int length) {
    byte[] value = new byte[length];
    for (int i = 0; i < length; i++) {
      value[i] = (byte) ((digit() << 4) | digit());
    }
    return value;
  }

  /** Takes an id (UUID), as its 16 bytes. */
  public byte[] id() {
    byte[] value = new byte[16];
    for (int i = 0; i < value.length; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        expect("-");
      }
      value[i] = (byte) ((digit() << 4) | digit());
    }
    return value;
  }

  /** Takes Base 64 up to the closing quote, which stays. */
  public byte[] base64() {
    int first = at;
    while (at < end && bytes[at] != '"') {
      at++;
    }
    byte[] text = Arrays.copyOfRange(bytes, first, at);
    try {
      byte[] value = Base64.getDecoder().decode(text);
      if (!isCanonical(text, value)) {
        throw malformed("expected canonical Base64");
      }
      return value;
    } catch (IllegalArgumentException _) {
      throw malformed("expected Base64");
    }
  }

  /** The decoder forgives missing padding and stray bits; both stand in the last characters. */
  private static boolean isCanonical(byte[] text, byte[] value) {
    if (text.length % 4 != 0 || text.length == 0) {
      return text.length == 0;
    }
    byte[] last =
        Arrays.copyOfRange(value, value.length - (value.length - 1) % 3 - 1, value.length);
    byte[] written = Arrays.copyOfRange(text, text.length - 4, text.length);
    return Arrays.equals(Base64.getEncoder().encode(last), written);
  }

  /** Takes a JSON string up to the closing quote, which stays; as UTF-8. */
  public byte[] text() {
    int first = at;
    while (at < end && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] & 0xff) >= ' ') {
      at++;
    }
    if (at < end && bytes[at] == '"') {
      return Arrays.copyOfRange(bytes, first, at);
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(bytes, first, at - first);
    while (at < end && bytes[at] != '"') {
      text.write(character());
    }
    return text.toByteArray();
  }

  /** The number that an entry's line bears, whatever else stands in it; -1 if it bears none. */
  public long seq() {
    try {
      return take("{\"seq\":") ? number() : -1;
    } catch (MalformedLineException _) {
      return -1;
    }
  }

  /** Nothing may follow. */
  public void end() {
    if (at != end) {
      throw malformed("expected the end of the line");
    }
  }

  /** What is wrong at the present column. */
  public MalformedLineException malformed(String what) {
    return new MalformedLineException(what + " at column " + (at - start + 1));
  }

  /** One byte of a string; escapes only where they must be, and as short as can be. */
  private int character() {
    int c = bytes[at++] & 0xff;
    if (c < ' ') {
      throw malformed("unescaped control character");
    }
    if (c != '\\') {
      return c;
    }
    if (take("u00")) {
      int value = (upperDigit() << 4) | upperDigit();
      if (value >= ' ' || MEANT.indexOf(value) >= 0) {
        throw malformed("needless escape");
      }
      return value;
    }
    int which = at < end ? ESCAPED.indexOf(bytes[at++]) : -1;
    if (which < 0) {
      throw malformed("unknown escape");
    }
    return MEANT.charAt(which);
  }

  private int upperDigit() {
    int digit = at < end ? UPPER_HEX.indexOf(bytes[at++]) : -1;
    if (digit < 0) {
      throw malformed("expected an upper-case hexadecimal digit");
    }
    return digit;
  }

  private int digit() {
    int c = at < end ? bytes[at++] : -1;
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    throw malformed("expected a lower-case hexadecimal digit");
  }
}
