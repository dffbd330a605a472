package gatehouse.deid.names;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.Engine;
import gatehouse.deid.finding.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are also words: 温馨, 宁静, 杜仲. */
class NameWordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          姓名：温馨                    | 温馨
          患者姓名：温馨，女。          | 温馨
          姓名：宁静  性别：女          | 宁静
          姓名：杜仲  男                | 杜仲
          联系人：温馨                  | 温馨
          患者姓名 宁静，性别女         | 宁静
          医师签名：黎明                | 黎明
          患者宁静，女，45岁            | 宁静
          患者：宁静，女                | 宁静
          患儿景天（3岁）               | 景天
          宁静 女 45岁                  | 宁静
          12床 温馨 女 45岁             | 温馨
          """)
  void aWordBehindALabelIsAName(String text, String expected) {
    assertThat(Engine.found(text, Type.PERSON)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "姓名：不详",
        "联系人：本人",
        "联系人：父亲",
        "陪同人：岳母",
        "姓名：同上",
        "患者签名：拒签",
        "姓名：待查",
        "家属签字：同意",
        "上级医师：已阅",
        "患者黄疸，45岁",
        "患者高热，男性",
      })
  void aFormValueBehindALabelStays(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }
}
