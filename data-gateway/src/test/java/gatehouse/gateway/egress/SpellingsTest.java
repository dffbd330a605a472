package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A known name, an identity card, a phone and a record number in every writing that a program or a
 * person may give it: replaced, or nothing leaves.
 */
@Clause({"G-42", "G-44"})
class SpellingsTest {
  static final String NAME = "欧阳明月";
  static final String CARD = "11010119680307421X";
  static final String PHONE = "13812345678";
  static final String RECORD = "00123456";

  private static final KnownOfPatient PATIENT =
      new KnownOfPatient(
          List.of(NAME), List.of("高明"), List.of(PHONE), List.of(CARD), List.of(RECORD), List.of());

  private static final KnownOfPatient OTHER =
      new KnownOfPatient(
          List.of("张伟民"),
          List.of("李秀兰"),
          List.of(PHONE),
          List.of("110101196803070032"),
          List.of(RECORD),
          List.of());

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  static Stream<Arguments> spellings() {
    return Spellings.ofText().entrySet().stream().map(e -> arguments(e.getKey(), e.getValue()));
  }

  static Stream<Arguments> numbers() {
    return Spellings.ofNumbers().entrySet().stream().map(e -> arguments(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void knownValuesDoNotLeave(String name, UnaryOperator<String> spelling) {
    for (String secret : List.of(NAME, CARD, PHONE, RECORD, "患者" + NAME + "电话" + PHONE)) {
      for (String text : List.of("患者咳嗽3周。附：%s", "x=%s", "见「%s」，请总结。")) {
        isHidden(name, text.formatted(spelling.apply(secret)), spelling.apply(secret), PATIENT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void numbersOfPeopleDoNotLeaveWithoutAContext(String name, UnaryOperator<String> spelling) {
    for (String secret : List.of(CARD, PHONE)) {
      isHidden(
          name,
          "患者咳嗽3周。附：%s".formatted(spelling.apply(secret)),
          spelling.apply(secret),
          KnownOfPatient.nothing());
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void spokenNumbersDoNotLeave(String name, UnaryOperator<String> spelling) {
    for (String secret : List.of(CARD, PHONE, RECORD)) {
      isHidden(
          name, "患者咳嗽3周。附：%s。".formatted(spelling.apply(secret)), spelling.apply(secret), PATIENT);
    }
    for (String secret : List.of(CARD, PHONE)) {
      isHidden(
          name,
          "患者咳嗽3周。附：%s。".formatted(spelling.apply(secret)),
          spelling.apply(secret),
          KnownOfPatient.nothing());
    }
  }

  /** As programs write a number that they keep with a floating point: its zeros are gone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contact\":1.3800138E10,\"hb\":120}",
        "{\"no\":1.23456E7}",
        "张三丰,男,1.3800138E+10,内科",
        "138001.38e5"
      })
  void knownNumbersWithAnExponentDoNotLeave(String text) {
    KnownOfPatient known =
        new KnownOfPatient(
            List.of(),
            List.of(),
            List.of("13800138000"),
            List.of(),
            List.of("12345600"),
            List.of());

    isHidden("exponent", "患者咳嗽3周。附：" + text, text, known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"白细胞 5.2e9/L", "血小板 1.5e11/L", "拷贝数 2.35E5 copies/mL", "1e-7 mol/L"})
  void measurementsWithAnExponentLeave(String text) {
    assertThat(prepare.prepare(Requests.says(text, PATIENT))).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith",
        "Mrs Smith",
        "Dr. SMITH",
        "Smith, John",
        "SMITH John",
        "J. Smith",
        "Prof. John Smith",
        "Mr John Smith",
        "Smith,J.",
        "john smith"
      })
  void anEnglishNameDoesNotLeaveBehindATitleOrTurnedRound(String written) {
    KnownOfPatient smith =
        new KnownOfPatient(
            List.of("John Smith"), List.of(), List.of(), List.of(), List.of(), List.of());

    assertThat(
            prepare.prepare(
                Requests.says("Seen today: " + written + " , cough for 3 days.", smith)))
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> assertThat(Requests.said(verified)).doesNotContainIgnoringCase("smith"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HKID: A123456(3)",
        "HKID No. A123456(3)",
        "Hong Kong ID: AB987654(2)",
        "HKIC A1234563",
        "Hong Kong Identity Card No.: A123456(3)",
        "hkid=A123456(3)",
        "身份 A123456(3) 已核对"
      })
  void aHongKongCardDoesNotLeave(String text) {
    assertThat(prepare.prepare(Requests.says(text, KnownOfPatient.nothing())))
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> assertThat(Requests.said(verified)).doesNotContain("1234", "9876", "(3)"));
  }

  /** A123456(4) has the wrong check character: a catalogue's number. */
  @ParameterizedTest
  @ValueSource(strings = {"型号 A123456(4) 已停产", "smith's fracture and a drum", "J. Smythe et al."})
  void whatOnlyLooksLikeThemLeaves(String text) {
    KnownOfPatient smith =
        new KnownOfPatient(
            List.of("John Jones"), List.of(), List.of(), List.of(), List.of(), List.of());

    assertThat(prepare.prepare(Requests.says(text, smith))).isInstanceOf(Verified.class);
  }

  /** One number to the model, and each spelling comes back as it was written (ADR 0606). */
  @Test
  void spellingsOfAPhoneShareTheirNumberAndComeBackAsTheyWere() {
    String text =
        "电话13800138000，又写138 0013 8000、+86-138-0013-8000、１３８００１３８０００、0086 13800138000。另一个13900139000。";

    Verified verified = (Verified) prepare.prepare(Requests.says(text, KnownOfPatient.nothing()));

    assertThat(Requests.said(verified))
        .contains("⟦PHONE-1-", "⟦PHONE-1B-", "⟦PHONE-1C-", "⟦PHONE-1D-", "⟦PHONE-1E-", "⟦PHONE-2-")
        .doesNotContain("PHONE-3");
    assertThat(verified.session().restore(Requests.said(verified))).isEqualTo(text);
  }

  /** What a name is in other alphabets, in other programs, and after a wrong conversion. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "張偉民",
        "Zhang Weimin",
        "ZHANGWEIMIN",
        "Zhāng Wěimín",
        "zhang1 wei3 min2",
        "Zhang W.M.",
        "W.M. Zhang",
        "Weimin",
        "nimieW gnahZ",
        "ㄓㄤ ㄨㄟˇ ㄇㄧㄣˊ",
        "Чжан Вэйминь",
        "章为民",
        "民伟张",
        "张，然后伟，然后民",
        "chr(24352)+chr(20255)+chr(27665)",
        "String.fromCharCode(24352,20255,27665)",
        "UNISTR('\\5F20\\4F1F\\6C11')",
        "\\u24352?\\u20255?\\u27665?",
        "\\X5F20\\\\X4F1F\\\\X6C11\\",
        "L\"\\x5f20\\x4f1f\\x6c11\"",
        "0xE5BCA0E4BC9FE6B091",
        "=?GB2312?B?1cXOsMPx?=",
        "http://xn--cpqy30b9wj.com/",
        "å¼ ä¼Ÿæ°‘",
        "ÕÅÎ°Ãñ",
        "7a 68 61 6e 67 20 77 65 69 6d 69 6e",
        "\\'d5\\'c5\\'ce\\'b0\\'c3\\'f1",
        "zhangwm1968在example点com",
        "Zhɑnɡ W.M.",
        "ᴢʜᴀɴɢ ᴡᴇɪᴍɪɴ",
        "🇿🇭🇦🇳🇬 🇼🇪🇮🇲🇮🇳",
        "🆉🅷🅰🅽🅶 🆆🅴🅸🅼🅸🅽",
        "🅩🅗🅐🅝🅖 🅦🅔🅘🅜🅘🅝",
        "ƃuɐɥz uᴉɯᴉǝʍ",
        "\\N{CJK UNIFIED IDEOGRAPH-5F20}\\N{CJK UNIFIED IDEOGRAPH-4F1F}\\N{CJK UNIFIED IDEOGRAPH-6C11}",
        "uni5F20uni4F1Funi6C11",
        "_x5F20__x4F1F__x6C11_",
        "<U5F20><U4F1F><U6C11>",
        "5F20h 4F1Fh 6C11h",
        "\\char\"5F20 \\char\"4F1F \\char\"6C11 ",
        "\\symbol{24352}\\symbol{20255}\\symbol{27665}",
        "=E5=BC=\r\n=A0=E4=BC=\r\n=9F=E6=B0=91",
        "zhangwm1968 at example dot com"
      })
  void aNameDoesNotLeaveInOtherWritings(String written) {
    isHidden("name", "患者咳嗽3周。附：" + written + " 。", written, OTHER);
  }

  /** Forms and records keep surname and given name apart, in either order. */
  @ParameterizedTest
  @ValueSource(strings = {"姓：高　名：明", "姓高，单名一个明字", "名：明；姓：高"})
  void aShortNameDoesNotLeaveInTwoFields(String text) {
    isHidden("two fields", text, text, PATIENT);
  }

  @Test
  void aShortNameDoesNotLeaveInTwoMembers() {
    String text = "{\"name\":[{\"given\":[\"明\"],\"family\":\"高\"}]}";

    assertThat(prepare.prepare(Requests.says(text, PATIENT)))
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> assertThat(Requests.said(verified)).doesNotContain("明", "高"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"血压高，病名不明。姓名见附页。", "体温不高，原因未明；已签署姓名。", "ハイリスク、コーヒーは一日二杯。"})
  void honestTextLikeThemLeaves(String text) {
    assertThat(prepare.prepare(Requests.says(text, PATIENT))).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':'电话ー三ハーニミ四五六七ハ'}]}",
        "{'messages':[{'role':'user','content':'电话ー三九ハ七六五〇ーニミ'}]}",
        "{'messages':[{'role':'user','content':'138'},{'role':'assistant','content':'请继续'},{'role':'user','content':'1234'},{'role':'assistant','content':'请继续'},{'role':'user','content':'5678'}]}",
        "{'messages':[{'role':'user','content':'one three eight one"
            + " two'},{'role':'user','content':'three four five six seven eight'}]}",
        "{'messages':[{'role':'user','content':'e5bca0e4bc'},{'role':'user','content':'9fe6b091'}]}",
        "{'messages':[{'role':'user','content':'MTEwMTAxMTk2'},{'role':'user','content':'ODAzMDcwMDMy'}]}",
        "{'messages':[{'role':'user','content':[{'type':'text','text':'5byg5L'},{'type':'text','text':'yf5rCR'}]}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'x':{'enum':[24352,20255,27665]}}}}}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'x':{'enum':['U+5F20','U+4F1F','U+6C11']}}}}}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'GEYTAMJQGEYTSNRYGAZTANZQGAZTE':{}}}}}]}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'one_three_eight_one_two_three_four_five_six_seven_eight'}}]}",
        "{'messages':[{'role':'user','content':'好'}],'response_format':{'type':'json_schema','json_schema':{'name':'nimiewgnahz','schema':{}}}}",
        "{'messages':[{'role':'user','content':'好'}],'stop':['U+5F20 U+4F1F','U+6C11']}",
        "{'messages':[{'role':'user','content':'好'}],'seed':13812.345678E6}",
        "{'messages':[{'role':'user','content':'好'}],'seed':1381.2345678e7}",
        "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'f','parameters':{'properties':{'a':{'minimum':13998.765432E6}}}}}]}"
      })
  void whatIsCodedInPiecesOrElsewhereBlocks(String body) {
    assertThat(prepare.prepare(Requests.body(body.replace('\'', '"'), OTHER)))
        .isInstanceOf(EgressVerdict.Blocked.class);
  }

  private void isHidden(String name, String text, String spelling, KnownOfPatient known) {
    EgressVerdict verdict = prepare.prepare(Requests.says(text, known));

    if (verdict instanceof Verified verified) {
      String sent = Requests.said(verified);
      int half = (spelling.length() + 1) / 2;
      for (int i = 0; i + half <= spelling.length(); i++) {
        assertThat(sent)
            .as("%s: %s", name, spelling)
            .doesNotContain(spelling.substring(i, i + half));
      }
    }
  }
}
