package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers behind a label, however somebody wrote, dictated or scanned them. */
class LabelledNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "B八五二零七幺二",
        "四零七八八三五",
        "ZY捌捌叁伍捌肆柒",
        "P60(4834)1",
        "5225·287",
        "1877·0746·10",
        "Z Y 3 5 2 1 2 8 1",
        "7537\n276",
        "ZY099\n27144"
      })
  void aRecordNumberGoesWhole(String number) {
    assertThat(Engine.found("住院号：" + number + "，血压148/92mmHg", Type.RECORD_NUMBER))
        .containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({
    "医保卡号：, 618(8042)30513345039, INSURANCE_NO",
    "身份证号：, 3 3 0 1 0 6 1 9 8 7 0 3 1 6 6 0 8 X, NATIONAL_ID",
    "社保号, 伍捌壹捌柒柒肆玖玖, INSURANCE_NO",
    "患者证件号码为, 四四零三零五幺九四九零五幺九二八六X, NATIONAL_ID",
    "家属手机, l9O40155187, PHONE",
    "微信同号, I4I33o652o7, PHONE"
  })
  void othersGoWhole(String label, String number, Type type) {
    assertThat(Engine.found(label + number + "。", type)).contains(number);
  }

  @Test
  void aCardGoesOnInTheNextLine() {
    assertThat(Engine.found("银行卡号：6206685701597\n780，血压", Type.BANK_CARD))
        .containsExactly("6206685701597\n780");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "住院号：12345678\n3.5mmol/L",
        "住院号：12345678\n148/92mmHg",
        "住院号：12345678（3床）",
        "住院号：12345678\n1. 高血压",
        "住院号：12345678 一二级预防"
      })
  void whatFollowsStays(String text) {
    assertThat(Engine.found(text, Type.RECORD_NUMBER)).containsExactly("12345678");
  }

  @Test
  void aLabelInASentenceIsNoNumber() {
    assertThat(Engine.mask("住院号一栏未填，门诊号二维码已过期")).isEqualTo("住院号一栏未填，门诊号二维码已过期");
  }
}
