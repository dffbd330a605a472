package gatehouse.gateway.tripwire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int FEWEST = 6;
  private static final int LOWEST_COMMON = 0xB0;
  private static final int HIGHEST_COMMON = 0xD7;
  private static final int LOWEST_SECOND = 0xA1;
  private static final int HIGHEST_SECOND = 0xFE;
  private static final BitSet COMMON = levelOne();
  private static final Pattern DIGITS = Pattern.compile("\\d{6}");
  private static final Pattern HAN_WORD = Pattern.compile("\\p{IsHan}{2}");

  private ByteReadings() {}

  /** Every reading in which something can be read. */
  static List<String> of(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            GB18030,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      String text = read(bytes, charset);
      if (text != null && (charset.equals(StandardCharsets.UTF_8) || readable(text))) {
        texts.add(text);
      }
    }
    if (texts.isEmpty()) {
      texts.addAll(patchy(bytes));
    }
    return texts;
  }

  /**
   * Readings with holes: where a word stands right before an encoded stretch, its letters are taken
   * for a part of it and become bytes that are no text. Kept only if somebody could be named in it:
   * several digits in a row, or Chinese.
   */
  private static List<String> patchy(byte[] bytes) {
    List<String> texts = new ArrayList<>();
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

  /** Half of it common Chinese, or all of it plain ASCII: the rest is chance. */
  private static boolean readable(String text) {
    long common = text.chars().filter(ByteReadings::common).count();
    return (common > 0 && common * 2 >= text.length())
        || text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  private static @Nullable String read(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static boolean common(int c) {
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
