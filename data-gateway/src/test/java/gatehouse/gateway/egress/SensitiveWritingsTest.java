package gatehouse.gateway.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.permit.Refusal;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensitive words in every writing that the last look reads, and what only looks like them. */
@Clause("E-66")
class SensitiveWritingsTest {
  private static final String SAID = "患者艾滋病五年";
  private static final String WORD = "艾滋病";

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  static Stream<String> texts() {
    return Stream.of(
        SAID,
        "患者艾\u200b滋病五年",
        "患者艾\u2060滋\ufeff病五年",
        "患者ＨＩＶ阳性",
        "患者H\u00adIV阳性",
        "患者\\u827e\\u6ecb病五年",
        "患者&#x827e;&#28363;病五年",
        "患者<b>艾</b>滋病五年",
        "患者 " + URLEncoder.encode(WORD, UTF_8) + " 五年",
        "患者 " + base64(WORD) + " 五年",
        "Result: " + base64("HIV positive"),
        "患者 " + base64(base64(WORD)) + " 五年",
        "患者 " + HexFormat.of().formatHex(WORD.getBytes(UTF_8)) + " 五年",
        "体检：患者9\u200b岁",
        "{\"诊断\":\"艾\\u6ecb病\"}",
        "患者艾 滋 病五年",
        "患者艾\n滋病五年",
        "诊断：抑　郁　症",
        "诊断：抑-郁-症",
        "診斷：愛滋病五年",
        "診斷：憂鬱，抑鬱症；曾流產兩次",
        "既往有性病史",
        "曾患性病，已治愈。",
        "有 性 病 史",
        "精神病史三年",
        "H-I-V positive",
        "TRUST 1:8",
        "血清TRUST阳性",
        "Syphilis was treated in 2019.",
        "A 9 year history. Schizophrenia.",
        "两次in vitro fertilisation后",
        "huan zhe ai zi bing",
        "患儿咳嗽",
        "3 月龄",
        "十二周岁",
        "13歲");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aWordInAnotherWritingIsTheWord(String text) {
    isHeldBack(Requests.says(text, KnownOfPatient.nothing()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':[{'type':'text','text':'诊断艾'},{'type':'text','text':'滋病'}]}]}",
        "{'messages':[{'role':'user','content':[{'type':'text','text':'诊断H'},{'type':'text','text':'IV阳性'}]}]}",
        "{'messages':[{'role':'user','content':[{'type':'text','text':'诊断梅'},{'type':'text','text':''},{'type':'text','text':'毒'}]}]}",
        "{'messages':[{'role':'user','content':'诊断精神'},{'role':'user','content':'分裂症'}]}",
        "{'messages':[{'role':'assistant','content':'既往有流'},{'role':'user','content':'产两次'}]}",
        "{'messages':[{'role':'user','content':'{\\'前\\':\\'抑郁\\',\\'后\\':\\'症\\'}'}]}",
        "{'messages':[{'role':'user','content':'好'}],'stop':['有流','产史']}"
      })
  void aWordCutInPiecesIsTheWord(String body) {
    isHeldBack(Requests.body(body.replace('\'', '"'), KnownOfPatient.nothing()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HIV抗体阴性，梅毒抗体(-)，TPPA阴性。",
        "否认精神病史，否认性病史。",
        "高血压、糖尿病等慢性病十年，病理示恶性病变，女性病人。",
        "慢 性 病 管理，占位性病变，退行性病变，原发性病灶，病毒性病损，遗忘性病理改变。",
        "惡性病變；慢性病；男性病患三人；先天性病；代谢性病。",
        "结果为阴性\n病史如下",
        "间歇性 病程三年",
        "急性功能减退，可逆性功能障碍；接触性传播，垂直性传播。",
        "神志清，精神病容，精神病情平稳。",
        "呼吸毒性反应，吸毒素。",
        "The patients trust us; trust is good.",
        "He denied syphilis and gonorrhoea.",
        "患者43岁；9岁时阑尾炎；术后3日。",
        "剂量5ug/h iv给药，achieve",
        "患者39岁，间隔5日复诊。"
      })
  void whatIsNegativeOrMerelyLooksAlikeGoesOut(String text) {
    assertThat(prepare.prepare(Requests.says(text, KnownOfPatient.nothing())))
        .isInstanceOf(Verified.class);
  }

  @Test
  void whatIsNegativeIsSoInBase64Too() {
    assertThat(prepare.prepare(Requests.says("结果 " + base64("HIV抗体阴性"), KnownOfPatient.nothing())))
        .isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':'剂量5ug/h'},{'role':'user','content':'iv给药'}]}",
        "{'messages':[{'role':'user','content':'结果为阴性'},{'role':'user','content':'病史如下'}]}"
      })
  void neighboursThatMakeNoWordGoOut(String body) {
    assertThat(prepare.prepare(Requests.body(body.replace('\'', '"'), KnownOfPatient.nothing())))
        .isInstanceOf(Verified.class);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private void isHeldBack(EgressRequest request) {
    EgressVerdict verdict = prepare.prepare(request);
    assertThat(verdict).isInstanceOf(Blocked.class);
    assertThat(((Blocked) verdict).reason()).isEqualTo(Refusal.Code.SENSITIVE);
  }
}
