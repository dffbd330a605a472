package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import gatehouse.deid.known.KnownIdentifiers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rough input ends in a clean result or a refusal. */
class RoughInputTest {
  private static final KnownIdentifiers KNOWN =
      KnownIdentifiers.builder()
          .name("欧阳明月")
          .phone("13800138000")
          .address("杭州市西湖区文三路123号15幢2单元301室")
          .build();

  @Test
  void loneSurrogatesStayAndHideNothing() {
    String text = "\uD800电话13800138000\uDC00姓名：\uD842";
    assertThat(Engine.mask(text)).startsWith("\uD800电话⟦PHONE").contains("⟧\uDC00姓名：");
  }

  @Test
  void nulInsideANumberHidesNothing() {
    assertThat(Engine.found("电话138\u00000013\u00008000", Type.PHONE))
        .containsExactly("138\u00000013\u00008000");
  }

  @Test
  void charactersOutsideTheBasicPlaneKeepOffsetsRight() {
    String text = "😀姓名：𠮷𡈽丽，电话：𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎。";
    List<Finding> findings = Engine.PUBLIC.scan(text, Engine.unknown());
    assertThat(findings)
        .extracting(finding -> Engine.surface(text, finding))
        .containsExactly("𠮷𡈽丽", "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎");
  }

  @Test
  void anEmptyTextIsClean() {
    assertThat(Engine.mask("")).isEmpty();
  }

  @Test
  void fiveMegabytesInOneLineAreReadToTheEnd() {
    String note = "患者李建国于2023年5月6日因胸闷入院，电话13800138000。";
    String line = note.repeat(5_000_000 / (3 * note.length())) + "住院号：ZY00123456";
    Deidentified result = Engine.PUBLIC.deidentify(line, Engine.unknown());
    assertThat(result.refused()).isFalse();
    assertThat(result.text())
        .doesNotContain("李建国", "13800138000", "2023年5月6日", "ZY00123456")
        .contains("⟦RECORD-1-");
  }

  /** What grew faster than the text would not end here; RoughBenchmark shows how time grows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "13 8",
        "：",
        "省市区路号",
        "张",
        "a@",
        "：：1",
        "12.",
        "https://",
        "姓名：",
        "一二三十",
        "北京市",
        "医院",
        "路1",
        "张·",
        "市 1",
        "1/",
        "男 ",
        "住院号 1 ",
        "⟦",
        "\\",
        "\\u",
        "%E6",
        "<a ",
        "&#1",
        "\"a\"",
        "\"a\" ",
        "QUJD",
        "欧阳",
        "15幢"
      })
  void anyPieceRepeatedEndsInAnAnswer(String piece) {
    String line = piece.repeat(200_000 / piece.length());
    Deidentified result = Engine.PUBLIC.deidentify(line, Engine.context(KNOWN));
    assertThat(result.refused() || !result.text().isEmpty()).isTrue();
  }
}
