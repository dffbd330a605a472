package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that nobody told the gateway, written as only another program reads them. */
@Clause({"G-42", "G-44"})
class SecondReadingsTest {
  private static final KnownOfPatient NOBODY =
      new KnownOfPatient(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "姓名：&#27431;&#38451;&#24314;&#22269;，咳嗽3天",
        "姓名：&#x6B27;&#x9633;&#x5EFA;&#x56FD;，咳嗽3天",
        "<table><tr><td>姓名</td><td>&#27431;&#38451;&#24314;&#22269;</td></tr></table>",
        "护照：&#69;12345678",
        "车牌&#31908;B12345",
        "患者出生1958&#24180;3&#26376;4&#26085;",
        "姓名：\\'c5\\'b7\\'d1\\'f4\\'bd\\'a8\\'b9\\'fa，咳嗽3天",
        "姓名：\\u27431?\\u38451?\\u24314?\\u22269?，咳嗽3天",
        "姓名：=E6=AC=A7=E9=98=B3=E5=BB=BA=E5=9B=BD，咳嗽3天",
        "姓名：=?UTF-8?Q?=E6=AC=A7=E9=98=B3=E5=BB=BA=E5=9B=BD?=，咳嗽3天",
        "姓名：%u6B27%u9633%u5EFA%u56FD，咳嗽3天",
        "姓名：U+6B27 U+9633 U+5EFA U+56FD，咳嗽3天",
        "姓名：\\xe6\\xac\\xa7\\xe9\\x98\\xb3\\xe5\\xbb\\xba\\xe5\\x9b\\xbd，咳嗽3天",
        "姓名：\\u{6b27}\\u{9633}\\u{5efa}\\u{56fd}，咳嗽3天",
        "姓名：+ayeWM176Vv3/DA-咳嗽3天",
        "姓名：+ayeWM176Vv0-，咳嗽3天",
      })
  void whatOnlyAnotherProgramDecodesDoesNotLeave(String text) {
    assertBlocked(Requests.says(text, NOBODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<住院号>123456</住院号>",
        "住院号：<b>123456</b>",
        "<field name=\"住院号\"><value>123456</value></field>",
        "护照：E1<b></b>2345678",
        "姓名：欧<b>阳</b>建国，咳嗽3天",
      })
  void whatStandsBehindOrBetweenTagsDoesNotLeave(String text) {
    EgressVerdict verdict = prepare.prepare(Requests.says(text, NOBODY));

    if (verdict instanceof Verified sent) {
      assertThat(Requests.said(sent)).doesNotContain("123456", "2345678", "建国");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"姓名", "住院号"})
  void aKeyIsTheLabelOfWhatIsEncoded(String key) {
    String value = key.equals("姓名") ? "&#27431;&#38451;&#24314;&#22269;" : "<b>123</b>456";
    String body =
        "{\"messages\":[{\"role\":\"user\",\"content\":%s}]}"
            .formatted(Requests.quoted("{\"%s\":\"%s\"}".formatted(key, value)));

    assertBlocked(Requests.body(body, NOBODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "患者<b>咳嗽</b>3周，<i>无</i>发热。",
        "<p>主诉：咳嗽3周</p><p>血压 120/80&nbsp;mmHg，WBC &lt; 10&times;10<sup>9</sup>/L</p>",
        "<table><tr><td>血红蛋白</td><td>135</td><td>g/L</td></tr></table>",
        "$\\mathrm{pH} = 7.35$，$pCO_2 < 45$ 且 $pO_2 > 80$",
        "肌酐=88，尿素=5.6，eGFR<60 提示肾功能不全，>90 正常",
        "&#21683;&#22013;3周",
        "<主诉>咳嗽3周</主诉><诊断>肺炎</诊断>",
        "C++ 与 1+1=2，血型 A+，尿蛋白+++",
      })
  void writingsWithoutAnybodyLeave(String text) {
    assertThat(prepare.prepare(Requests.says(text, NOBODY))).isInstanceOf(Verified.class);
  }

  private void assertBlocked(EgressRequest request) {
    assertThat(prepare.prepare(request))
        .isInstanceOfSatisfying(
            Blocked.class, b -> assertThat(b.counts()).containsKey("LEFT_ENCODED_TEXT"));
  }
}
