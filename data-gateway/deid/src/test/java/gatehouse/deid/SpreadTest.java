package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A blank after every character hides nothing, and what a row of numbers says stays. */
class SpreadTest {
  @ParameterizedTest
  @CsvSource({
    "驾车, 京 A 1 2 3 4 5, PLATE",
    "家住, 浙 江 省 杭 州 市 西 湖 区 文 三 路 8 8 号 3 幢 2 单 元 5 0 1 室, ADDRESS",
    "致电, 0 5 3 1 - 8 8 8 8 1 2 3 4, PHONE",
    "发到, z h a n g . w e i @ 1 6 3 . c o m, EMAIL",
    "微信：, w x _ g a o 1 9 8 6, WECHAT",
    "军官证：, 南 字 第 2 0 2 3 1 2 3 4 号, MILITARY_ID",
    "于, 2 0 2 3 年 5 月 6 日, DATE"
  })
  void aSpreadValueGoesWhole(String before, String value, Type type) {
    assertThat(Engine.found(before + value + "。血压148/92mmHg", type)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({
    "住 院 号：, 00719244, RECORD_NUMBER",
    "电  话：, 6891127, PHONE",
    "住 址：, 文三路12号, ADDRESS",
    "姓 名：, 王小明, PERSON"
  })
  void aSpreadLabelIsALabel(String label, String value, Type type) {
    assertThat(Engine.found(label + value + "  主 诉：胸闷", type)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "疼痛评分：3 4 5 3 2 2 3 4 3 2 1 1，予布洛芬",
        "培养 + - - + - - + -，复查",
        "肌力 5 5 5 5 4 4 4 4 级"
      })
  void rowsOfScoresStay(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }

  @Test
  void offsetsLeadBackThroughRareAndInvisibleCharacters() {
    String text = "😀\u200B致电1 3 8 0 0 1 3\u200B 8 0 0 0，家住浙 江 省 杭 州 市 文 三 路 1 号";
    assertThat(Engine.found(text, Type.ADDRESS)).containsExactly("浙 江 省 杭 州 市 文 三 路 1 号");
    assertThat(Engine.found(text, Type.PHONE)).containsExactly("1 3 8 0 0 1 3\u200B 8 0 0 0");
  }
}
