package gatehouse.deid.known;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.Engine;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller named, with a slip of the pen, in other numerals, escaped, split and encoded. */
class KnownInAnyFormTest {
  private static final KnownIdentifiers KNOWN =
      KnownIdentifiers.builder()
          .name("欧阳明月")
          .name("古丽娜尔·依明")
          .kin("张晓明")
          .phone("13800138000")
          .address("浙江省杭州市西湖区文三路123号阳光小区15幢2单元301室")
          .build();

  private static void covered(String text, String... parts) {
    List<Finding> findings = Engine.PUBLIC.scan(text, Engine.context(KNOWN));
    for (String part : parts) {
      int at = text.indexOf(part);
      assertThat(findings)
          .as("%s in %s", part, findings)
          .anyMatch(f -> f.start() <= at && f.end() >= at + part.length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "十五幢二单元三〇一室",
        "十五栋二单元三百零一室",
        "15栋2单元301室",
        "15号楼2单元301户",
        "15-2-301",
        "15 - 2 - 301",
        "文三路一百二十三号阳光小区十五幢二单元三〇一",
        "西湖区文三路１２３号阳光小区１５座２单元３０１室",
        "二单元三〇一室"
      })
  void anAddressIsFoundInOtherNumerals(String address) {
    covered("家属称住" + address + "，已核对", address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"16幢3单元301室", "五单元三〇二室", "15-2-303"})
  void anotherHouseIsNotTheKnownOne(String address) {
    assertThat(Engine.PUBLIC.scan("见" + address, Engine.context(KNOWN)))
        .noneMatch(f -> f.type() == Type.ADDRESS && f.stage() == Stage.KNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "欧阳明悦",
        "欧阳月",
        "欧阳小明月",
        "欧阳月明",
        "歐陽明月",
        "古丽娜儿·依明",
        "章晓明",
        "张小明",
        "张晓铭",
        "13800138001",
        "1380013800",
        "138001380000",
        "13800183000",
        "ouyangmingyu",
        "ouyangmingyeu",
        "浙江省杭州市西湖区文三路12号阳光小区15幢2单元301室"
      })
  void oneSlipHidesNothing(String spelling) {
    covered("病程记录提到" + spelling + "。", spelling);
  }

  @ParameterizedTest
  @ValueSource(strings = {"张三明", "章小明", "李晓明", "张晓", "欧阳修"})
  void anotherNameIsNotTheKnownOne(String name) {
    assertThat(Engine.PUBLIC.scan("记" + name + "。", Engine.context(KNOWN)))
        .noneMatch(f -> f.type() == Type.PERSON && f.stage() == Stage.KNOWN);
  }

  @Test
  void jsonInsideATextIsReadThroughItsEscapes() {
    covered(
        "工具返回 {\"note\":\"\\u6b27\\u9633\\u660e\\u6708 \\u7535\\u8bdd 138\\n00138000\"}",
        "\\u6b27\\u9633\\u660e\\u6708",
        "138\\n00138000");
    covered(
        "{\\\"n\\\":\\\"\\\\u6b27\\\\u9633\\\\u660e\\\\u6708\\\"}",
        "\\\\u6b27\\\\u9633\\\\u660e\\\\u6708");
  }

  @Test
  void aValueSplitOverMembersOfJsonIsFound() {
    covered("{\"a\":\"138\",\"b\":\"0013\",\"c\":\"8000\"}", "138\",\"b\":\"0013\",\"c\":\"8000");
    covered("[\"138\", \"0013\", \"8000\"]", "138\", \"0013\", \"8000");
    covered("{\"first\": \"欧阳\", \"last\": \"明月\"}", "欧阳\", \"last\": \"明月");
    covered("{\\\"x\\\":\\\"欧阳\\\",\\\"y\\\":\\\"明月\\\"}", "欧阳\\\",\\\"y\\\":\\\"明月");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "附件", "attachment"})
  void base64GluedToAWordIsFound(String glued) {
    byte[] text = "患者欧阳明月，复诊".getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(text);
    covered("见" + glued + encoded + "。", encoded.substring(0, encoded.length() - 2));
    String hex = HexFormat.of().formatHex(text);
    covered("见" + glued + hex + "。", hex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"欧阳mingyue", "欧阳MingYue", "ouyang明月", "Ouyang明月", "张Xiaoming", "Zhang晓明"})
  void aNameHalfInPinyinIsFound(String name) {
    covered("患者" + name + "，复诊", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patientOuyangMingyueNote",
        "noteZhangXiaoming",
        "zhangXiaomingNote",
        "getOuyangMingyue()"
      })
  void aNameInsideAnIdentifierIsFound(String text) {
    assertThat(Engine.PUBLIC.scan("见 " + text, Engine.context(KNOWN)))
        .anyMatch(f -> f.type() == Type.PERSON && f.length() >= 12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patientouyangmingyuenote", "TheZhangXiaomingers"})
  void lettersThatGoOnAreAnotherWord(String text) {
    assertThat(Engine.PUBLIC.scan("见 " + text, Engine.context(KNOWN)))
        .noneMatch(f -> f.stage() == Stage.KNOWN);
  }

  @Test
  void percentSignsHideNothing() {
    String encoded = java.net.URLEncoder.encode("欧阳明月", StandardCharsets.UTF_8);
    covered("参数name=" + encoded + "。", encoded);
  }

  @Test
  void unknownPeopleAreFoundInBase64Too() {
    byte[] text = "姓名：蒯予乐，电话：13912345678".getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(text);
    assertThat(Engine.found("附件" + encoded, Type.ENCODED_TEXT)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "immunohistochemistry",
        "SGVsbG8gd29ybGQsIHRoaXMgaXMgYSB0ZXN0Lg==",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "C:\\new\\table\\users"
      })
  void whatIdentifiesNobodyStays(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }
}
