package gatehouse.deid.known;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.Engine;
import gatehouse.deid.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller names is found however somebody tries to hide it. */
class KnownDisguiseTest {
  private static final KnownIdentifiers KNOWN =
      KnownIdentifiers.builder()
          .name("欧阳明月")
          .name("John Smith")
          .kin("宋佳怡")
          .phone("13800138000")
          .phone("0571-87236666-801")
          .idNumber("110101199003077475")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^",
        "|",
        "=",
        "&",
        "~",
        "#",
        "+",
        ",",
        "，",
        "：",
        "；",
        "“",
        "”",
        "[",
        "]",
        "/",
        "\\",
        "*",
        ".",
        "_",
        "<b>",
        "</td><td>",
        "&nbsp;",
        "&#8203;",
        "&#x200B;",
        "\u20DD",
        "\u2800",
        "\uE000",
        "\uFE0F\u20E3"
      })
  void noSignBetweenItsCharactersHidesAValue(String sign) {
    for (String value : List.of("欧阳明月", "宋佳怡", "13800138000", "110101199003077475")) {
      found(String.join(sign, value.split("")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ōuyáng Míngyuè",
        "Mingyue Ouyang",
        "Ouyang, Mingyue",
        "mingyue_ouyang",
        "OUYANG Ming-Yue",
        "ou1 yang2 ming2 yue4",
        "song4 jia1yi2",
        "SMITH john",
        "Smith, John",
        "J. Smith",
        "Smith J",
        "&#27431;阳明月",
        "明月",
        "佳怡",
        "87236666",
        "0571 8723 6666",
        "00138000",
      })
  void isFoundInAnotherForm(String spelling) {
    found(spelling);
  }

  @Test
  void aGivenNameThatIsAClinicalWordStays() {
    KnownIdentifiers known = KnownIdentifiers.builder().name("李白芷").build();
    String text = "白芷10g";
    assertThat(Engine.PUBLIC.deidentify(text, Engine.context(known)).text()).isEqualTo(text);
  }

  @Test
  void allSpellingsShareOneNumber() {
    String text = "欧^阳^明^月；ou1yang2 ming2yue4；明月";
    String masked = Engine.PUBLIC.deidentify(text, Engine.context(KNOWN)).text();
    assertThat(masked).matches("⟦NAME-1-\\w+⟧；⟦NAME-1B-\\w+⟧；⟦NAME-1C-\\w+⟧");
  }

  private static void found(String spelling) {
    String text = "在病程中记录 " + spelling + " 已核对";
    List<Finding> findings = Engine.PUBLIC.scan(text, Engine.context(KNOWN));
    assertThat(findings)
        .as(spelling)
        .anySatisfy(f -> assertThat(Engine.surface(text, f)).contains(spelling));
  }
}
