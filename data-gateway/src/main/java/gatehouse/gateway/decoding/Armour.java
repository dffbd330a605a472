package gatehouse.gateway.decoding;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Bytes written in letters: base64 (RFC 4648, also for addresses, also in pieces), base32,
 * hexadecimal. Ordinary words have the same letters; what tells them apart is that words do not mix
 * capitals and digits.
 */
final class Armour {
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+|[a-z2-7]+");
  private static final int SHORTEST = 8;
  private static final int SHORTEST_PIECE = 4;
  private static final int SHORTEST_BASE32 = 10;
  private static final int SHORTEST_HEX = 12;
  private static final int LONGEST_GAP = 4;
  private static final String GAPS = " \n\r\t.,;:|*~";
  private static final String BASE32_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ALIGNMENTS = 4;

  /** From here on a stretch of noise is a picture, a document or a cipher, and no accident. */
  private static final int LONG_BASE64 = 88;

  private static final int LONG_HEX = 256;
  private static final int FEWEST_OF_A_KIND = 6;

  /** Takes what was decoded. */
  interface Reader {
    /**
     * Bytes out of a stretch of so many characters.
     *
     * @return whether all of them could be read
     */
    boolean read(byte[] bytes, int length);

    /** The same of a code that the engine does not read. */
    boolean readHidden(byte[] bytes, int length);

    /** Nothing could be read in a stretch too long to be an accident. */
    void sealed();
  }

  private final Reader reader;
  private final Deadline deadline;

  Armour(Reader reader, Deadline deadline) {
    this.reader = reader;
    this.deadline = deadline;
  }

  /** Reads every stretch of a text, and stretches that follow each other as one. */
  void decode(String text) {
    StringBuilder chain = new StringBuilder();
    int pieces = 0;
    int last = 0;
    int at = next(text, 0);
    while (at < text.length()) {
      int end = end(text, at);
      deadline.step();
      boolean goesOn = pieces > 0 && end - at > 1 && isGap(text, last, at);
      if (!goesOn) {
        flush(chain, pieces);
        pieces = 0;
      }
      if (goesOn || end - at >= SHORTEST_PIECE) {
        chain.append(text, at, end);
        pieces++;
        last = end;
      }
      stretch(text, at, end);
      at = next(text, end);
    }
    flush(chain, pieces);
  }

  private void flush(StringBuilder chain, int pieces) {
    if (pieces > 1 && changes(chain, 0, chain.length()) > pieces) {
      base64(chain.toString());
    }
    chain.setLength(0);
  }

  private void stretch(String text, int start, int end) {
    if (end - start < SHORTEST) {
      return;
    }
    if (changes(text, start, end) > 0) {
      base64(text.substring(start, end));
    }
    if (end - start >= SHORTEST_BASE32) {
      base32(text.substring(start, end));
      hex(text, start, end);
    }
  }

  private void base64(String stretch) {
    String chars = stretch.replace('-', '+').replace('_', '/');
    boolean readable = false;
    // A stretch may begin with a few characters that belong to the word before it.
    for (int skip = 0; skip < ALIGNMENTS && skip < chars.length(); skip++) {
      String aligned = chars.substring(skip);
      int length = aligned.length() % 4 == 1 ? aligned.length() - 1 : aligned.length();
      try {
        byte[] bytes = Base64.getDecoder().decode(aligned.substring(0, length));
        readable |= reader.read(bytes, chars.length());
      } catch (IllegalArgumentException _) {
        // Not base64 after all: the stretch itself is scanned as text.
      }
    }
    if (!readable && chars.length() >= LONG_BASE64 && isNoise(chars)) {
      reader.sealed();
    }
  }

  private void hex(String text, int start, int end) {
    int from = start;
    while (from < end) {
      int to = from;
      while (to < end && HexFormat.isHexDigit(text.charAt(to))) {
        to++;
      }
      if (to - from >= SHORTEST_HEX) {
        hex(text.substring(from, to));
      }
      from = to + 1;
    }
  }

  private void hex(String digits) {
    boolean readable = false;
    for (int skip = 0; skip < 2; skip++) {
      int length = (digits.length() - skip) / 2 * 2;
      byte[] bytes = HexFormat.of().parseHex(digits, skip, skip + length);
      readable |= reader.read(bytes, digits.length());
    }
    if (!readable && digits.length() >= LONG_HEX) {
      reader.sealed();
    }
  }

  private void base32(String stretch) {
    if (BASE32.matcher(stretch).matches()) {
      reader.readHidden(bytes(stretch.toUpperCase(Locale.ROOT)), stretch.length());
    }
  }

  private static byte[] bytes(String digits) {
    byte[] bytes = new byte[digits.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int count = 0;
    for (int i = 0; i < digits.length() && count < bytes.length; i++) {
      held = held << 5 | BASE32_DIGITS.indexOf(digits.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[count++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }

  /** How often a small letter is followed by a capital, or a letter meets a digit. */
  private static int changes(CharSequence text, int start, int end) {
    int changes = 0;
    char last = '-';
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean small = c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      boolean afterSmall = last >= 'a' && last <= 'z';
      boolean afterDigit = last >= '0' && last <= '9';
      boolean afterCapital = last >= 'A' && last <= 'Z';
      if ((capital && afterSmall)
          || (digit && (afterSmall || afterCapital))
          || ((capital || small) && afterDigit)) {
        changes++;
      }
      last = c;
    }
    return changes;
  }

  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !isSign(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isSign(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSign(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '_'
        || c == '-';
  }

  private static boolean isGap(String text, int start, int end) {
    if (end - start > LONGEST_GAP) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (GAPS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Paths, rulers and sequences of bases do not have some of each kind. */
  private static boolean isNoise(String chars) {
    long capitals = chars.chars().filter(c -> c >= 'A' && c <= 'Z').count();
    long small = chars.chars().filter(c -> c >= 'a' && c <= 'z').count();
    long digits = chars.chars().filter(c -> c >= '0' && c <= '9').count();
    return capitals >= FEWEST_OF_A_KIND && small >= FEWEST_OF_A_KIND && digits >= FEWEST_OF_A_KIND;
  }
}
