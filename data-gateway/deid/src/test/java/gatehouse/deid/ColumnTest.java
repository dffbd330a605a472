package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a heading or the line above tells. */
class ColumnTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "住院号,姓名,年龄\n23456789,上官凝雪,45\n34567890,单于铁柱,50",
        "年龄，住院号，姓名\n45，23456789，上官凝雪\n50，34567890，单于铁柱",
        "| 住院号 | 姓名 | 年龄 |\n|---|---|---|\n| 23456789 | 上官凝雪 | 45 |\n|34567890|单于铁柱|50|",
        "住院号\t姓名\t年龄\n23456789\t上官凝雪\t45\r\n34567890\t单于铁柱\t50",
        "\"住院号\";\"姓名\"\n\"23456789\";\"上官凝雪\"\n\"34567890\";\"单于铁柱\"",
        "住院号\n23456789\n\n住院号：\n34567890"
      })
  void isFound(String text) {
    assertThat(Engine.mask(text)).doesNotContain("23456789", "34567890", "上官凝雪", "单于铁柱");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "项目,结果,参考\n白细胞,23456,4000\n血小板,234567,100000",
        "住院号、电话均未登记，血压\n148，92",
        "住院号\n血压148/92mmHg\n体温36.5",
      })
  void measurementsStay(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }
}
