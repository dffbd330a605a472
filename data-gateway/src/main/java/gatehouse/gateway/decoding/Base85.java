package gatehouse.gateway.decoding;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Five characters for four bytes, in the alphabets of Ascii85, RFC 1924 and ZeroMQ. Nearly every
 * word has such letters, so a stretch is given up as soon as it says no text.
 */
final class Base85 {
  private static final int SHORTEST = 8;
  private static final int SHORTEST_TEXT = 6;
  private static final int HIGHEST = 84;
  private static final int GROUP = 5;
  private static final long BEYOND = 1L << 32;
  private static final List<byte[]> ALPHABETS =
      List.of(ascii85(), values(rfc1924()), values(zeroMq()));

  private Base85() {}

  /** Gives the reader what stands in each stretch without blanks. */
  static void decode(String text, Armour.Reader reader, Deadline deadline) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isSign(text.charAt(end))) {
        end++;
      }
      if (end - at >= SHORTEST) {
        stretch(text.substring(at, end), reader, deadline);
      }
      at = Math.max(end, at + 1);
    }
  }

  private static void stretch(String stretch, Armour.Reader reader, Deadline deadline) {
    for (byte[] alphabet : ALPHABETS) {
      // Quotes and colons of JSON may stand right before it, and belong to some alphabets.
      int start = 0;
      while (start < stretch.length()) {
        deadline.step();
        byte[] bytes = text(stretch, start, alphabet);
        boolean read =
            bytes.length >= SHORTEST_TEXT && reader.read(bytes, bytes.length * GROUP / 4);
        start = nextStart(stretch, read ? start + bytes.length : start);
      }
    }
  }

  /** After a quote, a colon, an equals sign or {@code <~} a value may begin. */
  private static int nextStart(String stretch, int from) {
    for (int i = from; i < stretch.length() - SHORTEST; i++) {
      if ("\":'=([,~".indexOf(stretch.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return stretch.length();
  }

  /** The bytes from here on as long as they are text. */
  private static byte[] text(String stretch, int start, byte[] alphabet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = start; at < stretch.length(); at += GROUP) {
      // The last group may be shorter, and what ends a stretch may look like a part of it.
      int length = Math.min(GROUP, stretch.length() - at);
      while (length > 1 && !group(stretch, at, length, alphabet, out)) {
        length--;
      }
      if (length < GROUP) {
        break;
      }
    }
    return out.toByteArray();
  }

  private static boolean group(
      String stretch, int at, int length, byte[] alphabet, ByteArrayOutputStream out) {
    long value = 0;
    for (int i = 0; i < GROUP; i++) {
      char c = i < length ? stretch.charAt(at + i) : ' ';
      int digit = i >= length ? HIGHEST : c < alphabet.length ? alphabet[c] : -1;
      if (digit < 0) {
        return false;
      }
      value = value * (HIGHEST + 1) + digit;
    }
    boolean text = value < BEYOND;
    for (int i = 0; i < length - 1; i++) {
      text &= isText((int) (value >> (24 - 8 * i)) & 0xff);
    }
    for (int i = 0; text && i < length - 1; i++) {
      out.write((int) (value >> (24 - 8 * i)) & 0xff);
    }
    return text;
  }

  /** Packed bytes in base85 are left to people who call a file a cipher. */
  private static boolean isText(int b) {
    return b >= 0x80 ? b < 0xf5 && b != 0xc0 && b != 0xc1 : b >= ' ' && b < 0x7f;
  }

  private static boolean isSign(char c) {
    return c > ' ' && c < 0x7f;
  }

  private static byte[] ascii85() {
    byte[] values = new byte[0x80];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < 85; i++) {
      values['!' + i] = (byte) i;
    }
    return values;
  }

  private static String rfc1924() {
    return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  }

  private static String zeroMq() {
    return "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
  }

  private static byte[] values(String alphabet) {
    byte[] values = new byte[0x80];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    return values;
  }
}
