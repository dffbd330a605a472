package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.known.KnownIdentifiers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text put together by chance: whatever it is, the engine's promises hold. */
class RandomTextTest {
  private static final String[] PIECES = {
    "姓名：",
    "患者",
    "王小明",
    "电话",
    "138",
    "0013",
    "8000",
    "-",
    " ",
    "\n",
    "，",
    "住院号：",
    "ZY",
    "00123456",
    "2023",
    "年",
    "5",
    "月",
    "6",
    "日",
    "10:20",
    "岁",
    "93",
    "床",
    "男",
    "浙江省",
    "杭州市",
    "文三路",
    "号",
    "医院",
    "@",
    ".com",
    "a",
    "https://",
    "⟦",
    "⟧",
    "⟦D+1-",
    "\uD842",
    "\uDFB7",
    "𠮷",
    "😀",
    "\u200B",
    "\u0000",
    "１",
    "Ⅲ",
    "½",
    "㎏",
    "幺三八",
    "·",
    "买买提",
    "身份证",
    "110101199003077475",
    "X",
    "(",
    ")",
    "于",
    "医师",
    "李",
    "国药准字",
    "H20051234",
    "\uFEFF",
    "::",
    "1.2.3.4",
    "/",
    "D+3",
    "微信",
    "wx_1",
    "Gao",
    "Feng"
  };
  private static final KnownIdentifiers KNOWN =
      KnownIdentifiers.builder().name("高峰").phone("13800138000").address("文三路1号").build();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findingsAreDisjointAndTokensComeBack(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      StringBuilder built = new StringBuilder();
      for (int i = 0; i < random.nextInt(40); i++) {
        built.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String text = built.toString();
      Context context = Engine.context(KNOWN);
      Deidentified masked = Engine.PUBLIC.deidentify(text, context);
      int last = 0;
      for (Finding finding : masked.findings()) {
        assertThat(finding.start()).as(text).isGreaterThanOrEqualTo(last);
        assertThat(finding.end()).as(text).isLessThanOrEqualTo(text.length());
        last = finding.end();
      }
      assertThat(masked.text()).doesNotContain("13800138000", "110101199003077475");
      assertThat(Engine.PUBLIC.deidentify(List.of(text), Engine.context(KNOWN)).get(0).findings())
          .isEqualTo(masked.findings());
      streamsLikeAWhole(masked.text(), context, random);
    }
  }

  private static void streamsLikeAWhole(String text, Context context, Random random) {
    var stream = context.session().streaming();
    StringBuilder restored = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int next = Math.min(text.length(), at + 1 + random.nextInt(7));
      restored.append(stream.push(text.substring(at, next)));
      at = next;
    }
    restored.append(stream.finish());
    assertThat(restored.toString()).isEqualTo(context.session().restore(text));
  }
}
