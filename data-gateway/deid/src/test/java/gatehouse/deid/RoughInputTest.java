package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rough input ends in a clean result, in linear time. */
class RoughInputTest {
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
  void fiveMegabytesInOneLineTakeLinearTime() {
    String note = "患者李建国于2023年5月6日因胸闷入院，电话13800138000。";
    String line = note.repeat(5_000_000 / note.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> Engine.PUBLIC.scan(line, Engine.unknown()));
  }

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
        "⟦"
      })
  void noPieceRepeatedTakesMoreThanLinearTime(String piece) {
    String line = piece.repeat(400_000 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> Engine.PUBLIC.deidentify(line, Engine.unknown()));
  }
}
