package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings that a hostile reviewer tried. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "于五月初六入院, 五月初六, DATE",
    "生病于癸卯年三月十七, 癸卯年三月十七, DATE",
    "农历腊月廿三复诊, 农历腊月廿三, DATE",
    "正月十五摔伤, 正月十五, DATE",
    "车牌京a12345。, 京a12345, PLATE",
    "身份证号：Z123456(7)。, Z123456(7), NATIONAL_ID",
    "IP：2001:db8::ff00:42:8329。, 2001:db8::ff00:42:8329, IP_ADDRESS",
    "MAC：00:1A:2B:3C:4D:5E。, 00:1A:2B:3C:4D:5E, MAC_ADDRESS",
    "家住山東省济南市历下區泉城路12號。, 山東省济南市历下區泉城路12號, ADDRESS"
  })
  void isFoundWhole(String text, String value, Type type) {
    assertThat(Engine.found(text, type)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "浙江省杭州市西湖\n区文三路88号3幢2单元501室",
        "山东省济南市历\n下区泉城路12号",
        "山东省济南市历 下区泉城路12号",
        "浙江省杭州市西湖区文三路88号3幢\n2单元501室"
      })
  void anAddressGoesOnInTheNextLine(String address) {
    assertThat(Engine.found("现住址：" + address + "，血压148/92mmHg", Type.ADDRESS))
        .containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"现住山东省济南市\n肾区叩击痛阴性", "现住山东省济南市\n主诉：胸闷3天", "现住山东省济南市 二病区收治", "现住山东省济南市\n3床"})
  void anAddressEndsWithItsLine(String text) {
    assertThat(Engine.found(text, Type.ADDRESS)).containsExactly("山东省济南市");
  }

  @ParameterizedTest
  @ValueSource(strings = {"三月初发病", "每月十五例", "化疗后一月复查", "比值1:2:3，滴度1:640"})
  void isNoDateOrAddress(String text) {
    assertThat(Engine.mask(text)).isEqualTo(text);
  }
}
