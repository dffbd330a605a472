package gatehouse.deid.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTest {
  private static String plain(String text) {
    NormalText normal = NormalText.of(text);
    return normal.slice(0, normal.length());
  }

  @ParameterizedTest
  @CsvSource({
    "１３８００, 13800",
    "①③⑧, 138",
    "٣٤٥, 345",
    "𝟏𝟐, 12",
    "a\u200Bb\u2060c, abc",
    "姓名：, 姓名:",
    "㎏, kg",
    "A\u2011B, A-B",
    "买\u2022提, 买·提",
    "⼀⼆, 一二",
    "x\uFE0Fy, xy",
    "張, 張"
  })
  void oneSpellingForMany(String written, String expected) {
    assertThat(plain(written)).isEqualTo(expected);
  }

  @Test
  void everySpanLeadsBackToWholeCharacters() {
    Random random = new Random(3);
    String alphabet = "aZ9０９Ａ㎏½①𠮷😀\u200B\u0000\uD800\uDC00é张\u3000\n٣";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < random.nextInt(30); i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      NormalText normal = NormalText.of(text.toString());
      for (int i = 0; i < normal.length(); i++) {
        int start = normal.originalStart(i);
        int end = normal.originalEnd(i + 1);
        assertThat(start).isLessThan(end);
        assertThat(cutsAPair(text, start) || cutsAPair(text, end)).isFalse();
      }
    }
  }

  private static boolean cutsAPair(CharSequence text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  @Test
  void traditionalCharactersHaveASimplifiedForm() {
    assertThat(Simplified.of("張學強")).isEqualTo("张学强");
  }
}
