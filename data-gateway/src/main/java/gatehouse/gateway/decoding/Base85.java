package gatehouse.gateway.decoding;

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
            bytes.length >= SHORTEST_TEXT && reader.readHidden(bytes, bytes.length * GROUP / 4);
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

  /**
   * The bytes from here on as long as they are UTF-8 without controls. What is not is left at once:
   * a stretch is tried from many positions.
   */
  private static byte[] text(String stretch, int start, byte[] alphabet) {
    byte[] out = new byte[GROUP * 16];
    int count = 0;
    int whole = 0;
    int open = 0;
    for (int at = start; at < stretch.length(); at += GROUP) {
      long group = group(stretch, at, alphabet);
      int size = (int) (group >>> Integer.SIZE);
      out = count + GROUP > out.length ? Arrays.copyOf(out, 2 * out.length) : out;
      for (int i = 0; i < size && open >= 0; i++) {
        out[count] = (byte) (group >> (24 - 8 * i));
        open = open(open, out[count] & 0xff);
        count += open < 0 ? 0 : 1;
        whole = open == 0 ? count : whole;
      }
      if (size < GROUP - 1 || open < 0) {
        break;
      }
    }
    return Arrays.copyOf(out, whole);
  }

  /** The bytes of the group that begins here, in the lower half, and how many in the upper. */
  private static long group(String stretch, int at, byte[] alphabet) {
    long value = 0;
    int length = 0;
    for (int i = 0; i < GROUP; i++) {
      // The last group may be shorter, and is then filled with the highest digit.
      char c = at + i < stretch.length() ? stretch.charAt(at + i) : ' ';
      boolean digit = length == i && c < alphabet.length && alphabet[c] >= 0;
      length += digit ? 1 : 0;
      value = value * (HIGHEST + 1) + (digit ? alphabet[c] : HIGHEST);
    }
    long size = value < BEYOND ? Math.max(0, length - 1) : 0;
    return size << Integer.SIZE | (value & (BEYOND - 1));
  }

  /** How many bytes of a character are still to come after this one; -1 if it is no text. */
  private static int open(int open, int b) {
    if (open > 0) {
      return b >> 6 == 2 ? open - 1 : -1;
    }
    if (b < 0x80) {
      return b >= ' ' && b < 0x7f ? 0 : -1;
    }
    return b >= 0xf0 ? (b < 0xf5 ? 3 : -1) : b >= 0xe0 ? 2 : b >= 0xc2 ? 1 : -1;
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
