package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with signs between their digits, and digits in disguise. */
class SeparatedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"^", "|", "*", "#", ":", ",", "、", "~", "=", "+", "[", "]", "!", "@", "&", "→"})
  void aSignBetweenTheDigitsHidesNeitherCardNorPhone(String sign) {
    String card = String.join(sign, "110101", "19900307", "7475");
    String phone = String.join(sign, "138", "0013", "8000");
    String single = String.join(sign, "13800138000".split(""));
    assertThat(Engine.mask("核对" + card + "无误")).doesNotContain("19900307");
    assertThat(Engine.mask("核对" + phone + "无误")).doesNotContain("0013");
    assertThat(Engine.mask("核对" + single + "无误")).doesNotContain("8" + sign + "0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          PHONE         ; 可拨壹叁捌零零壹叁捌零零零          ; 壹叁捌零零壹叁捌零零零
          PHONE         ; 可拨幺三八洞洞幺三八洞洞洞          ; 幺三八洞洞幺三八洞洞洞
          PHONE         ; 可拨幺三拐洞勾幺两八洞洞洞          ; 幺三拐洞勾幺两八洞洞洞
          PHONE         ; 可拨1️⃣3️⃣8️⃣00138000 ; 1️⃣3️⃣8️⃣00138000
          PHONE         ; 可拨138⠀00138000         ; 138⠀00138000
          NATIONAL_ID   ; 身份证号 440305:19881123:0019       ; 440305:19881123:0019
          RECORD_NUMBER ; 住院号：ZY^0012^3456                ; ZY^0012^3456
          RECORD_NUMBER ; 病案号 00|12|34|56                  ; 00|12|34
          """)
  void isFoundWhole(Type type, String text, String expected) {
    assertThat(Engine.found(text, type)).anySatisfy(found -> assertThat(found).contains(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "|", ":", ",", "，", "、", ";", "*", "~", "+", "=", "#", "'", " / ", " | "})
  void aBankCardInFoursIsOneWhateverIsBetween(String sign) {
    String card = String.join(sign, "6222", "0212", "3456", "7890", "123");
    assertThat(Engine.mask("退到" + card + "谢谢")).doesNotContain("0212", "7890", "123谢");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "条目1、3、4、5、6、7、8、9、10、11见下",
        "血压130/80、125/75、118/70mmHg",
        "给药时间13:45、15:30、21:05",
        "白细胞1.3,4.5,6.2,7.8,1.1,3",
        "滴度1:200,1:400,1:1600",
        "步数3500、4200、5100、6000",
      })
  void rowsOfMeasurementsStay(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }
}
