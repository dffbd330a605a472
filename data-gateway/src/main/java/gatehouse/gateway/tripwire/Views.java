package gatehouse.gateway.tripwire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every reading of a text: as it stands, JSON-unescaped (again for JSON in JSON), URL-decoded,
 * without markup, and each base64 (also over several lines) or hexadecimal stretch decoded;
 * readings of readings too. What is left undecoded at the end makes it give up.
 */
final class Views {
  private static final int DEEPEST = 4;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}+={0,2}");
  private static final Pattern BROKEN_BASE64 =
      Pattern.compile(
          "(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{4,}+(?:\\s{1,4}[A-Za-z0-9+/_-]{2,}+)++={0,2}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int SHORTEST_PROSE = 24;
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){6,}+");

  private record View(String text, int depth) {}

  private final Deque<View> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Deadline deadline;
  private long budget;
  private boolean gaveUp;
  private boolean hiddenProse;

  Views(String text, Deadline deadline) {
    this.deadline = deadline;
    // Decoding never lengthens a text, so honest bodies stay far below this bound.
    budget = 16L * text.length() + 4096;
    offer(text, 0);
  }

  boolean hasNext() {
    return !waiting.isEmpty();
  }

  /** Whether readings were left out, in which case nothing may be concluded. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Whether some stretch is encoded Chinese prose, which nobody has cleaned. */
  boolean hiddenProse() {
    return hiddenProse;
  }

  String next() {
    View view = waiting.remove();
    int depth = view.depth + 1;
    offer(unescaped(view.text), depth);
    offer(percentDecoded(view.text), depth);
    offer(Markup.decoded(view.text), depth);
    offer(Markup.withoutTags(view.text), depth);
    offerBase64(BASE64.matcher(view.text), depth);
    offerBase64(BROKEN_BASE64.matcher(view.text), depth);
    offerHex(view.text, depth);
    return view.text;
  }

  private void offer(String text, int depth) {
    deadline.step();
    if (text.isEmpty() || !seen.add(text)) {
      return;
    }
    if (depth > DEEPEST) {
      // Something could still be decoded: who wraps that deep has something to hide.
      gaveUp = true;
      return;
    }
    budget -= text.length();
    if (budget < 0) {
      gaveUp = true;
      return;
    }
    waiting.add(new View(text, depth));
  }

  /** Undoes one layer of backslash escapes wherever they stand, valid JSON or not. */
  static String unescaped(String text) {
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

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String percentDecoded(String text) {
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

  private void offerBase64(Matcher matcher, int depth) {
    while (matcher.find()) {
      deadline.step();
      String chars =
          BLANKS
              .matcher(matcher.group())
              .replaceAll("")
              .replace('-', '+')
              .replace('_', '/')
              .replace("=", "");
      // A stretch may begin with a few characters that belong to the word before it.
      for (int offset = 0; offset < 4; offset++) {
        String stretch = chars.substring(offset);
        decode(
            stretch.length() % 4 == 1 ? stretch.substring(0, stretch.length() - 1) : stretch,
            depth);
      }
    }
  }

  private void decode(String chars, int depth) {
    try {
      offerBytes(Base64.getDecoder().decode(chars), chars.length(), depth);
    } catch (IllegalArgumentException _) {
      // Not base64 after all: the stretch itself is scanned as text.
    }
  }

  private void offerHex(String text, int depth) {
    Matcher matcher = HEX.matcher(text);
    while (matcher.find()) {
      deadline.step();
      String digits = matcher.group().toLowerCase(Locale.ROOT);
      offerBytes(HexFormat.of().parseHex(digits), digits.length(), depth);
    }
  }

  private void offerBytes(byte[] bytes, int encodedLength, int depth) {
    for (String text : ByteReadings.of(bytes)) {
      hiddenProse |= encodedLength >= SHORTEST_PROSE && ByteReadings.isProse(text);
      offer(text, depth);
    }
  }
}
