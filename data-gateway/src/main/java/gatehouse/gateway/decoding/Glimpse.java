package gatehouse.gateway.decoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Whether it is worth while to decode bytes. Nearly every word has the letters of some code, and
 * nearly none is one: most are given up here, without an object made. What is not, is decoded and
 * judged by what it says.
 */
final class Glimpse {
  private static final int FEWEST_DIGITS = 6;

  private Glimpse() {}

  /** Whether bytes may be a text in a charset in which something can be read. */
  static boolean mayBe(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return mayBeUtf8(bytes);
    }
    return charset.equals(ByteReadings.GB18030)
        ? mayBeChinese(bytes)
        : mayBeWide(bytes, charset.equals(StandardCharsets.UTF_16BE));
  }

  /** Whether there may be a row of digits, or two Chinese characters, among bytes of any kind. */
  static boolean mayBePatchy(byte[] bytes) {
    int digits = 0;
    for (int i = 0; i < bytes.length; i++) {
      digits = bytes[i] >= '0' && bytes[i] <= '9' ? digits + 1 : 0;
      if (digits == FEWEST_DIGITS || isHanOfUtf8(bytes, i) || isTwoOfChinese(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHanOfUtf8(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    return first >= 0xE4
        && first <= 0xE9
        && at + 2 < bytes.length
        && isNext(bytes[at + 1])
        && isNext(bytes[at + 2]);
  }

  /** Two characters of two bytes each, or one of four, which may be anything. */
  private static boolean isTwoOfChinese(byte[] bytes, int at) {
    return at + 3 < bytes.length
        && isLead(bytes[at])
        && isLead(bytes[at + 2])
        && isTrail(bytes[at + 1])
        && isTrail(bytes[at + 3]);
  }

  private static boolean mayBeUtf8(byte[] bytes) {
    int open = 0;
    for (byte b : bytes) {
      int value = b & 0xff;
      if (open > 0) {
        if (!isNext(b)) {
          return false;
        }
        open--;
      } else if (value >= 0x80) {
        if (value < 0xC2 || value > 0xF4) {
          return false;
        }
        open = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
      }
    }
    return open == 0;
  }

  /** At least half of what is no plain ASCII is of the first level of GB 2312. */
  private static boolean mayBeChinese(byte[] bytes) {
    int common = 0;
    int other = 0;
    int at = 0;
    while (at < bytes.length) {
      int first = bytes[at] & 0xff;
      if (first < 0x80) {
        other += isPlain(first) ? 0 : 1;
        at++;
        continue;
      }
      if (!isLead(bytes[at]) || at + 1 == bytes.length || !isTrail(bytes[at + 1])) {
        return false;
      }
      int second = bytes[at + 1] & 0xff;
      common += first >= 0xB0 && first <= 0xD7 && second >= 0xA1 ? 1 : 0;
      other++;
      at += second <= '9' ? 4 : 2;
    }
    return at == bytes.length && common * 2 >= other;
  }

  private static boolean mayBeWide(byte[] bytes, boolean bigEndian) {
    int common = 0;
    int other = 0;
    for (int at = 0; at + 1 < bytes.length; at += 2) {
      int high = bytes[bigEndian ? at : at + 1] & 0xff;
      int low = bytes[bigEndian ? at + 1 : at] & 0xff;
      int c = high << 8 | low;
      if (!isPlain(c)) {
        common += ByteReadings.common(c) ? 1 : 0;
        other++;
      }
    }
    return bytes.length % 2 == 0 && common * 2 >= other;
  }

  private static boolean isPlain(int c) {
    return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isNext(byte b) {
    return (b & 0xC0) == 0x80;
  }

  private static boolean isLead(byte b) {
    int value = b & 0xff;
    return value >= 0x81 && value <= 0xFE;
  }

  private static boolean isTrail(byte b) {
    int value = b & 0xff;
    return (value >= 0x40 && value != 0x7F && value != 0xFF) || (value >= '0' && value <= '9');
  }
}
