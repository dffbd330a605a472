package gatehouse.gateway.decoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that bytes may be. Strict UTF-8 first, then what Chinese systems also write. */
final class ByteReadings {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset MAINFRAME = Charset.forName("IBM037");
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8, GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  private static final int FEWEST = 6;
  private static final int LOWEST_COMMON = 0xB0;
  private static final int HIGHEST_COMMON = 0xD7;
  private static final int LOWEST_SECOND = 0xA1;
  private static final int HIGHEST_SECOND = 0xFE;
  private static final BitSet COMMON = levelOne();
  private static final Pattern DIGITS = Pattern.compile("\\d{6}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,} ?[A-Za-z]{4,}");
  private static final Pattern HAN_WORD = Pattern.compile("\\p{IsHan}{2}");

  private ByteReadings() {}

  /** Every reading of all the bytes in which something can be read. */
  static List<String> whole(byte[] bytes) {
    List<String> texts = new ArrayList<>(1);
    for (Charset charset : CHARSETS) {
      String text = Glimpse.mayBe(bytes, charset) ? read(bytes, charset) : null;
      if (text != null && (charset.equals(StandardCharsets.UTF_8) || readable(text))) {
        texts.add(text);
      }
    }
    if (isMainframe(bytes)) {
      texts.add(new String(bytes, MAINFRAME));
    }
    return texts;
  }

  /** Digits as mainframes write them: F1 F3 F8. */
  private static boolean isMainframe(byte[] bytes) {
    for (byte b : bytes) {
      if ((b & 0xff) < 0xF0 || (b & 0xff) > 0xF9) {
        return false;
      }
    }
    return bytes.length >= FEWEST;
  }

  /** The likeliest reading in which something can be read; null without one. */
  static @Nullable String firstOf(byte[] bytes) {
    for (String text : whole(bytes)) {
      if (readable(text)) {
        return text;
      }
    }
    return null;
  }

  /**
   * Readings with holes: where a word stands right before an encoded stretch, its letters are taken
   * for a part of it and become bytes that are no text. Kept only if somebody could be named in it:
   * several digits in a row, or Chinese.
   */
  static List<String> patchy(byte[] bytes) {
    if (!Glimpse.mayBePatchy(bytes)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(1);
    String utf8 = new String(bytes, StandardCharsets.UTF_8).replace('\uFFFD', '\n');
    if (DIGITS.matcher(utf8).find() || utf8.chars().anyMatch(ByteReadings::common)) {
      texts.add(utf8);
    }
    for (int from = 0; from < Math.min(2, bytes.length); from++) {
      String gbk = new String(bytes, from, bytes.length - from, GB18030).replace('\uFFFD', '\n');
      if (HAN_WORD.matcher(gbk).find()) {
        texts.add(gbk);
      }
    }
    return texts;
  }

  /**
   * Whether a text is Chinese prose: four of five characters are of the 3755 common ones (GB 2312,
   * level 1), which chance does not bring about in six.
   */
  static boolean isProse(String text) {
    long common = text.chars().filter(ByteReadings::common).count();
    return common >= FEWEST && common * 5 >= text.length() * 4L;
  }

  /** Whether it is plain ASCII with a word or a name of six letters and more in it. */
  static boolean hasWord(String text) {
    return text.chars().allMatch(c -> c < 0x80) && WORD.matcher(text).find();
  }

  /** Nothing but plain ASCII and, of the rest, half common Chinese; anything else is chance. */
  private static boolean readable(String text) {
    int common = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t';
      if (!plain) {
        common += common(c) ? 1 : 0;
        other++;
      }
    }
    return common * 2 >= other;
  }

  /** By result and not by exception: most stretches are no text, and traces of the stack cost. */
  private static @Nullable String read(byte[] bytes, Charset charset) {
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    boolean fails =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), out, true)
            .isError();
    return fails ? null : out.flip().toString();
  }

  /** Whether a character is one of the 3755 common ones. */
  static boolean common(int c) {
    return COMMON.get(c);
  }

  private static BitSet levelOne() {
    BitSet common = new BitSet();
    for (int first = LOWEST_COMMON; first <= HIGHEST_COMMON; first++) {
      for (int second = LOWEST_SECOND; second <= HIGHEST_SECOND; second++) {
        String text = new String(new byte[] {(byte) first, (byte) second}, GB18030);
        if (text.length() == 1 && Character.isIdeographic(text.charAt(0))) {
          common.set(text.charAt(0));
        }
      }
    }
    return common;
  }
}
