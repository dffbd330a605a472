package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model echoes comes back as it stood there, character by character. */
class RestoredTest {
  private static final KnownIdentifiers KNOWN =
      KnownIdentifiers.builder()
          .name("张伟民")
          .name("Maria del Carmen")
          .kin("高明")
          .phone("13812345678")
          .idNumber("110101196803070032")
          .recordNumber("ZY00123456")
          .address("浙江省杭州市西湖区文三路88号3幢2单元501室")
          .build();

  /** Like the public policy, without what is generalised and therefore cannot come back. */
  private static final Deidentifier ALL =
      Deidentifier.of(
          Policy.parse(
              Stream.of(Type.values())
                  .map(type -> type + " = " + (isDate(type) ? "date-token" : "placeholder"))
                  .collect(Collectors.joining("\n", "name = all\nversion = 1\n", "\n"))
                  .getBytes(StandardCharsets.UTF_8)));

  private static final List<String> SPELLINGS =
      List.of(
          "张伟民",
          "张 伟 民",
          "張偉民",
          "张\u200B伟民",
          "张-伟-民",
          "Zhang Weimin",
          "ZHANG WEIMIN",
          "Zhang Wei-min",
          "Weimin Zhang",
          "zhangweimin",
          "zhangwm",
          "Zhāng Wěimín",
          "章为民",
          "Maria del Carmen",
          "M.C. Maria",
          "高明",
          "13812345678",
          "138 1234 5678",
          "138-1234-5678",
          "１３８１２３４５６７８",
          "+86 13812345678",
          "110101196803070032",
          "110101 19680307 0032",
          "ZY00123456",
          "zy-00123456",
          "00123456",
          "文三路88号3幢2单元501室",
          "文三路八十八号三幢二单元501室",
          "2023年5月6日",
          "2023-05-06",
          "5月6日",
          "20230506",
          "93岁",
          "杭州市第一人民医院");

  private static final List<String> AROUND =
      List.of(
          "邮箱 ",
          "姓名：",
          "患者",
          "电话",
          "住院号：",
          "微信：",
          "，",
          "。",
          " ",
          "\n",
          "@example.com",
          "1968@example.com",
          ".",
          "_",
          "-",
          "8",
          "a",
          "\"",
          "路12号",
          "先生",
          "https://h.example/p?n=",
          "⟦",
          "⟧",
          "⟦NAME-1B-",
          "、");

  private static boolean isDate(Type type) {
    return type == Type.DATE || type == Type.BIRTH_DATE;
  }

  @ParameterizedTest
  @CsvSource({
    "zhangwm1968@example.com, EMAIL",
    "zhang.weimin@example.com, EMAIL",
    "ZHANG_WEIMIN@example.com, EMAIL",
    "https://h.example/patients/zhangweimin?page=2, URL",
    "浙江省杭州市西湖区高明路12号, ADDRESS"
  })
  void anIdentifierThatHoldsTheNameGoesAsOne(String value, Type type) {
    String text = "联系：" + value + "，已核对";
    Context context = Engine.context(KNOWN);
    Deidentified masked = Engine.PUBLIC.deidentify(text, context);
    assertThat(masked.findings())
        .anySatisfy(finding -> {
          assertThat(finding.type()).isEqualTo(type);
          assertThat(Engine.surface(text, finding)).isEqualTo(value);
        });
    assertThat(context.session().restore(masked.text())).isEqualTo(text);
  }

  @Test
  void aNoteOfManySpellingsComesBackAsItWas() {
    String text =
        "邮箱 zhangwm1968@example.com，备用 zhang.weimin@example.com。张 伟 民 与张伟民先生，"
            + "Zhang Wei-min / ZHANG WEIMIN；电话 138 1234 5678 即 13812345678";
    Context context = Engine.context(KNOWN);
    String masked = Engine.PUBLIC.deidentify(text, context).text();
    assertThat(masked).doesNotContainIgnoringCase("zhang").doesNotContain("伟", "1234", "5678");
    assertThat(context.session().restore(masked)).isEqualTo(text);
  }

  @Test
  void textThatWasCleanedBeforeComesBackWhole() {
    Context context = Engine.context(KNOWN);
    String once = Engine.PUBLIC.deidentify("电话13812345678", context).text();
    String nested = context.session().token(Type.ADDRESS, "x", "路口 " + once);
    assertThat(context.session().restore(nested)).isEqualTo("路口 电话13812345678");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextComesBackWholeAndInPieces(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String text = text(random);
      Context context = Engine.context(KNOWN);
      String masked = ALL.deidentify(text, context).text();
      assertThat(context.session().restore(masked)).as(masked).isEqualTo(text);
      var stream = context.session().streaming();
      StringBuilder restored = new StringBuilder();
      for (int at = 0, next; at < masked.length(); at = next) {
        next = Math.min(masked.length(), at + 1 + random.nextInt(7));
        restored.append(stream.push(masked.substring(at, next)));
      }
      assertThat(restored.append(stream.finish()).toString()).isEqualTo(text);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 24); i > 0; i--) {
      List<String> from = random.nextBoolean() ? SPELLINGS : AROUND;
      text.append(from.get(random.nextInt(from.size())));
    }
    return text.toString();
  }
}
