package gatehouse.deid.known;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.Engine;
import gatehouse.deid.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller names is found in any spelling of the normaliser. */
class KnownTest {
  private static final KnownIdentifiers KNOWN =
      KnownIdentifiers.builder()
          .name("高峰林")
          .kin("杜仲秋")
          .phone("13800138000")
          .idNumber("110101199003077475")
          .recordNumber("A7-991")
          .address("和平里三区七号")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "高峰林",
        "高 峰 林",
        "高\u200B峰\u200D林",
        "高-峰-林",
        "高\u0000峰林",
        "Gao Fenglin",
        "GAO FENG LIN",
        "fenglin gao",
        "gaofenglin",
        "Gao, Fenglin",
        "杜仲秋",
        "13800138000",
        "138 0013 8000",
        "１３８－００１３－８０００",
        "138\u200B0013\uFEFF8000",
        "①③⑧00138000",
        "1.3.8.0.0.1.3.8.0.0.0",
        "1101 0119 9003 0774 75",
        "A7991",
        "a7-991",
        "Ａ７－９９１",
        "和平里三区七号",
        "和平里 三区 七号",
      })
  void isFoundInAnySpelling(String spelling) {
    String text = "在病程中，" + spelling + "，已核对";
    List<Finding> findings = Engine.PUBLIC.scan(text, Engine.context(KNOWN));
    assertThat(findings).anySatisfy(f -> assertThat(Engine.surface(text, f)).contains(spelling));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "高锋林",
        "高峰琳",
        "13800138001",
        "1380138000",
        "138001380000",
        "13800183000",
        "110101199003077476",
        "杜仲丘"
      })
  void isFoundWithASlip(String spelling) {
    String text = "经核对" + spelling + "无误";
    List<Finding> findings = Engine.PUBLIC.scan(text, Engine.context(KNOWN));
    assertThat(findings).anySatisfy(f -> assertThat(Engine.surface(text, f)).contains(spelling));
  }

  @Test
  void aHomophoneOfAnotherSurnameIsAnotherWord() {
    KnownIdentifiers known = KnownIdentifiers.builder().name("李洁").build();
    String text = "家属表示理解";
    assertThat(Engine.PUBLIC.deidentify(text, Engine.context(known)).text()).isEqualTo(text);
  }

  @Test
  void aNameInPinyinIsNotFoundInsideAWord() {
    KnownIdentifiers known = KnownIdentifiers.builder().name("李天").build();
    String text = "litianium carbonate";
    assertThat(Engine.PUBLIC.deidentify(text, Engine.context(known)).text()).isEqualTo(text);
  }

  @Test
  void knownIdentifiersDoNotPrintThemselves() {
    assertThat(KNOWN.toString()).doesNotContain("高峰林").doesNotContain("138");
  }
}
