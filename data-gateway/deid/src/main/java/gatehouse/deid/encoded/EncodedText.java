package gatehouse.deid.encoded;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of a text that, decoded once, is text again. Linear: a character is read in at most
 * four alignments.
 *
 * @param start first position in the normalised text
 * @param end position after the last
 * @param decoded what can be read in it; pieces are parted by line feeds
 */
public record EncodedText(int start, int end, String decoded) {
  private static final int SHORTEST_BASE64 = 12;
  private static final int SHORTEST_HEX = 12;
  private static final int SHORTEST_PERCENT = 6;
  private static final int ALIGNMENTS = 4;
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** The value of a character of base64, also of its form for addresses; -1 for others. */
  private static final byte[] SEXTETS = new byte[0x80];

  static {
    Arrays.fill(SEXTETS, (byte) -1);
    for (int i = 0; i < DIGITS.length(); i++) {
      SEXTETS[DIGITS.charAt(i)] = (byte) i;
    }
    SEXTETS['-'] = 62;
    SEXTETS['_'] = 63;
  }

  /** The stretches of a text in which something can be read. */
  public static List<EncodedText> in(NormalText text) {
    List<EncodedText> found = new ArrayList<>(0);
    char[] units = text.units();
    int length = text.length();
    int at = 0;
    while (at < length) {
      int end = at;
      while (end < length && sextet(units[end]) >= 0) {
        end++;
      }
      if (end - at >= SHORTEST_BASE64) {
        add(found, at, end, base64(units, at, end) + hex(units, at, end));
      } else if (end < length && units[end] == '%') {
        end = percent(units, end, length, found);
      }
      at = Math.max(end, at) + 1;
    }
    return found;
  }

  private static void add(List<EncodedText> found, int start, int end, String decoded) {
    if (!decoded.isEmpty()) {
      found.add(new EncodedText(start, end, decoded));
    }
  }

  /**
   * A stretch may begin with letters that belong to the word before it, so all alignments count.
   */
  private static String base64(char[] units, int start, int end) {
    StringBuilder decoded = new StringBuilder();
    for (int skip = 0; skip < ALIGNMENTS; skip++) {
      byte[] bytes = new byte[(end - start - skip) * 3 / 4];
      int bits = 0;
      int held = 0;
      int count = 0;
      for (int i = start + skip; i < end && count < bytes.length; i++) {
        held = held << 6 | sextet(units[i]);
        bits += 6;
        if (bits >= 8) {
          bits -= 8;
          bytes[count++] = (byte) (held >> bits);
        }
      }
      decoded.append(ReadableBytes.of(bytes, count)).append(Unpacked.text(bytes, count));
    }
    return decoded.toString();
  }

  private static String hex(char[] units, int start, int end) {
    StringBuilder decoded = new StringBuilder();
    int at = start;
    while (at < end) {
      int stop = at;
      while (stop < end && Character.digit(units[stop], 16) >= 0) {
        stop++;
      }
      for (int skip = 0; skip < 2 && stop - at >= SHORTEST_HEX; skip++) {
        byte[] bytes = new byte[(stop - at - skip) / 2];
        for (int i = 0; i < bytes.length; i++) {
          int high = Character.digit(units[at + skip + 2 * i], 16);
          bytes[i] = (byte) (high << 4 | Character.digit(units[at + skip + 2 * i + 1], 16));
        }
        decoded
            .append(ReadableBytes.of(bytes, bytes.length))
            .append(Unpacked.text(bytes, bytes.length));
      }
      at = stop + 1;
    }
    return decoded.toString();
  }

  /** Percent signs with two digits each, and letters and digits between them. */
  private static int percent(char[] units, int start, int length, List<EncodedText> found) {
    byte[] bytes = new byte[16];
    int count = 0;
    int at = start;
    int encoded = 0;
    while (at < length) {
      boolean byteFollows =
          units[at] == '%'
              && at + 2 < length
              && Character.digit(units[at + 1], 16) >= 0
              && Character.digit(units[at + 2], 16) >= 0;
      if (!byteFollows && !Glyphs.isWord(units[at])) {
        break;
      }
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * count);
      }
      bytes[count++] =
          byteFollows
              ? (byte)
                  (Character.digit(units[at + 1], 16) << 4 | Character.digit(units[at + 2], 16))
              : (byte) units[at];
      encoded += byteFollows ? 1 : 0;
      at += byteFollows ? 3 : 1;
    }
    if (encoded >= SHORTEST_PERCENT) {
      add(found, start, at, ReadableBytes.of(bytes, count));
    }
    return at;
  }

  private static int sextet(char c) {
    return c < SEXTETS.length ? SEXTETS[c] : -1;
  }
}
