package gatehouse.gateway.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The quick way through usual characters says what normalising the whole text says (UAX 15). */
class FoldingTest {
  private static final int[] BEGINNINGS = {
    0x00, 0x41, 0xA0, 0xC0, 0x300, 0x370, 0x1100, 0x1161, 0x2000, 0x2100, 0x2460, 0x3000, 0x3040,
    0x3099, 0x30A0, 0x3131, 0x3200, 0x3260, 0x3390, 0x4E00, 0xAC00, 0xF900, 0xFE00, 0xFF00, 0xFF61,
    0xFF9E, 0xFFA0, 0x1D400, 0x1F100, 0xE0100
  };

  @Test
  void everyCharacterAloneAndBetweenLetters() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c > 0x20000 ? 97 : 1) {
      String alone = Character.toString(c);
      assertThat(Folding.fold(alone)).isEqualTo(whole(alone));
      assertThat(Folding.fold('e' + alone + '中')).isEqualTo(whole('e' + alone + '中'));
    }
  }

  @RepeatedTest(200)
  void anyMixture(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.appendCodePoint(BEGINNINGS[random.nextInt(BEGINNINGS.length)] + random.nextInt(0x40));
    }

    assertThat(Folding.fold(text.toString())).isEqualTo(whole(text.toString()));
  }

  /** The text normalised as one, and then each character folded alone. */
  private static String whole(String text) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(c -> out.append(Folding.fold("\uE000" + Character.toString(c))));
    return out.toString();
  }
}
