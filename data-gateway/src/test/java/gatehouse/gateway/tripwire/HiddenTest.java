package gatehouse.gateway.tripwire;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.tripwire.TripwireVerdict.Clean;
import gatehouse.gateway.tripwire.TripwireVerdict.Found;
import gatehouse.gateway.tripwire.TripwireVerdict.Trouble;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that somebody hid on purpose, and honest text that looks a little like them. */
@Clause("G-44")
class HiddenTest {
  private static final List<String> KNOWN =
      List.of("欧阳明月", "高明", "00123456", "13812345678", "31415");
  private final Tripwire tripwire = new Tripwire(System::nanoTime);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&#27431;&#38451;&#26126;&#26376;",
        "&#x6b27;&#x9633;&#x660e;&#x6708;",
        "&#49;&#51;&#57;&#49;&#50;&#51;&#52;&#53;&#54;&#55;&#56;",
        "欧阳&nbsp;明月",
        "欧&zwj;阳&ZeroWidthSpace;明月",
        "欧<b>阳</b>明<br/>月",
        "139<span>1234</span>5678",
        "欧<!-- x -->阳明月",
        "1\u20E33\u20E39\u20E31\u20E32\u20E33\u20E34\u20E35\u20E36\u20E37\u20E38\u20E3",
        "欧\u20DD阳\u20DD明月",
        "欧\u2800阳明\uE000月",
        "欧\uFE0F阳\uF8FF明月",
        "139\uE0011234\u28005678",
        "欧^阳|明=月",
        "欧&阳~明#月",
        "欧+阳,明:月",
        "欧;阳[明]月",
        "欧'阳\"明。月",
        "001^234|56",
        "0=0=1=2=3=4=5=6",
        "138#1234#5678",
        "3.1415",
        "患者：高 明",
        "高*明",
        "姓名：高，明；",
        "110101^19900307^8515",
        "110101|1990|0307|8515",
        "1*1*0*1*0*1*1*9*9*0*0*3*0*7*8*5*1*5",
        "[110101][19900307][8515]",
        "139^1234^5678",
        "139(1234)5678",
        "1~3~9~1~2~3~4~5~6~7~8",
        "13~91~23~45~67~8",
        "壹叁玖壹贰叁肆伍陆柒捌",
        "['欧','阳','明','月']",
        "138转1234转5678",
        "1a3b8c1d2e3f4g5h6i7j8",
        "电话前七位1381234，后四位5678",
        "住院号前四位0012，后四位3456",
        "欧a阳b明c月",
        "欧(1)阳(2)明(3)月",
        "〡〣〨〡〢〣〤〥〦〧〨",
        "zhangwm1968＠example。com",
        "zhangwm1968艾特example点com",
        "zhangwm1968 [at] example [dot] com",
        "\uDB40\uDC31\uDB40\uDC33\uDB40\uDC38",
        "好\uFE01\uFE02\uFE03\uFE04好",
        "好\uE031\uE033\uE038\uE031好",
        "好\u200B\u200C\u200B\u200B好",
        "电话13,812,345,678",
        "电话13 81 23 45 67 8。",
        "电话13/81/23/45/67/8",
        "病历31,415号",
        "病历 three one four one five",
        "thirteen eighty-one twenty-three forty-five sixty-seven eight",
        "电话l38I2345G7B",
        "证件IIOIO1I99003078515",
        "f1 f3 f8 f1 f2 f3 f4 f5 f6 f7 f8",
        "f1f3f8f1f2f3f4f5f6f7f8",
        "01 03 08 01 02 03 04 05 06 07 08",
        "{\"seed\":13912.345678E6}",
        "x=13912345.678e+3;",
        "zhangwm1968 at example dot com dot cn",
        "{'pattern':'^138{1}123{1}4{1}5678$'}",
        "^1[3]8{1}[1]2345678$",
        "^0{2}123456$",
        "ᴏᴜʏᴀɴɢ",
        "🇴🇺🇾🇦🇳🇬",
        "🅾🆄🆈🅰🅽🅶"
      })
  void isFound(String text) {
    assertThat(scan(text)).as(text).isInstanceOf(Found.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[{'role':'user','content':'患者欧阳'},{'role':'user','content':'明月好'}]}",
        "{'messages':[{'role':'user','content':'患者高'},{'role':'user','content':'明好'}]}",
        "{'messages':[{'role':'user','content':'好'}],'stop':['欧阳','明','月']}",
        "{'tools':[{'a':{'const':'欧阳'}},{'a':{'const':'明月'}}]}",
        "{'properties':{'欧阳':{'type':'string'},'明月':{'type':'string'}}}",
        "{'messages':[{'role':'user','content':'001'},{'role':'assistant','content':'23456'}]}",
        "{'messages':[{'role':'user','content':'139'},{'role':'user','content':'1234'},{'role':'user','content':'5678'}]}",
        "{'messages':[{'role':'user','content':'110101199003'},{'role':'user','content':'078515'}]}",
        "{'a':138,'b':{'c':12345678}}",
        "{'messages':[{'role':'user','content':'314'},{'role':'user','content':'15'}]}",
        "{'a':['1','3','8','1','2','3','4','5','6','7','8']}",
        "{'enum':['13','81','2','3','45','67','8']}",
        "{'a':'1','b':'3 8','c':'1','d':'23','e':'4 5','f':'6','g':'78'}",
        "{'messages':[{'role':'user','content':'我姓欧阳'},{'role':'assistant','content':'好的'},{'role':'user','content':'明月是名'}]}",
        "{'messages':[{'role':'user','content':'欧'},{'role':'assistant','content':'嗯'},{'role':'user','content':'阳明'},{'role':'assistant','content':'还有吗'},{'role':'user','content':'月'}]}"
      })
  void isFoundOverBorders(String json) {
    assertThat(scan(json.replace('\'', '"'))).as(json).isInstanceOf(Found.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void encodedProseStaysEvenWithoutAKnownValue(String charset) {
    byte[] prose = "患者因为反复咳嗽三周来我院住院治疗现在好转".getBytes(Charset.forName(charset));

    assertThat(scan("see " + Base64.getEncoder().encodeToString(prose))).isInstanceOf(Found.class);
    assertThat(scan(HexFormat.of().formatHex(prose))).isInstanceOf(Found.class);
    assertThat(scan(Base64.getMimeEncoder(20, "\n ".getBytes(UTF_8)).encodeToString(prose)))
        .isInstanceOf(Found.class);
  }

  @Test
  void knownValuesAreReadInEveryCharset() {
    for (Charset charset : List.of(Charset.forName("GB18030"), UTF_16LE, UTF_16BE)) {
      String base64 = Base64.getEncoder().encodeToString("欧阳明月".getBytes(charset));

      assertThat(scan("x " + base64)).as(charset.name()).isInstanceOf(Found.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "张三的张，是欧；再是阳，然后明，最后月",
        "月明阳欧",
        "\u202E月明阳欧\u202C",
        "uN/D9w==",
        "b8 df c3 f7",
        "一百三十九、一千二百三十四、五千六百七十八",
        "one three nine, one two three four, five six seven eight",
        "1😀1😀0😀1😀0😀1😀1😀9😀9😀0😀0😀3😀0😀7😀8😀5😀1😀4",
        "=E6=82=A3=E8=80=85=E6=AC=A7=E9=98=B3=E6=98=8E=E6=9C=88",
        "xn--2hvrv12hp10d",
        "H4sIAAAAAAACA3u2ZvnLGZufzeh7NqcDANmj5qgMAAAA",
        "data:application/pdf;base64,JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PAovVHlwZSAvQ2F0YWxvZwo",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
      })
  void whatIsCodedOrSpokenOrSealedIsFound(String text) {
    assertThat(scan(text)).as(text).isInstanceOf(Found.class);
  }

  @Test
  void whatIsWrappedTooDeepStays() {
    String wrapped = "a secret word";
    for (int i = 0; i < 7; i++) {
      wrapped = Base64.getEncoder().encodeToString(wrapped.getBytes(UTF_8));
    }

    assertThat(scan(wrapped)).isEqualTo(new Trouble("TOO_MANY_VIEWS"));
  }

  @Test
  void timeIsWatchedInsideOneText() {
    AtomicLong looks = new AtomicLong();
    Tripwire slow = new Tripwire(() -> looks.getAndIncrement() < 12 ? 0 : 3_000_000_000L);

    assertThat(slow.scan("1 a ".repeat(100_000).getBytes(UTF_8), List.of()))
        .isEqualTo(new Trouble("TIME"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "血压高，明日复查；血糖高、明确诊断",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"体温高\"},{\"role\":\"user\",\"content\":\"请说明\"}]}",
        "| 项目 | 值 |\n|---|---|\n| 白细胞 | 12.3 |\n| CRP | 56 |\n| 血压 | 138/88 |",
        "a < b && c > d, R&D, Q&A; WBC<4.0 或 >10.0 且 CRP > 8 < 100",
        "138/88, 72, 98, 36.5, 120, 4.5, 13.2, 250, 1.1",
        "CREATE data-gateway/src/main/java/gatehouse/gateway/tripwire/KnownValues and"
            + " internationalization",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "第一，第二，第三；1. 一天三次 2. 每次两片 3. 共七天",
        "2024-01-15 08:30 至 2024-02-16 09:45，体温 38.6℃，脉搏 98，呼吸 20",
        "家属👨‍👩‍👧‍👦在场❤️，联系@张医生。谢谢",
        "脑神经 II、III、IV、V、VI、VII、VIII、IX；导联 I II III aVR aVL aVF V1 V2 V3 V4 V5 V6",
        "心率 72 98 102 66 80 76 次，血糖 5.6 6.1 7.8 9.2，体温 36 37 38 37 36 37",
        "治疗费用一百三十八亿元，占三千二百万；一百二十次/分，第二十八天",
        "ACGTACGTTTGACCATGACGTACGTTTGACCATGACGTACGTTTGACCATGACGTACGTTTGACCATGACGTACGTTTGACCATG",
        "----------------------------------------------------------------------------------------------------",
        "https://example.org/guidelines/2024/pneumonia/CommunityAcquired?lang=zh&id=H20123456&x=a1b2c3",
        "患者在门诊复查，look at the dot com era, chart(12) char(3) 0x1F, RTF \\\\par \\\\f0",
        "BP 120/80 mmHg, HR 72 bpm, SpO2 98 %, one or two tablets three times, four to six weeks,"
            + " seven days",
        "^[0-9]{3}-\\\\d{4}$, ^13{2}$, a{2}b{3}, f(x){1}, {12}",
        "国旗🇨🇳🇺🇸🇬🇧，血型🅰🅱🅾，音标/ˌɪnfɔɹˈmeɪʃən/、[tʰᴀ˥]、ʃ",
        "0800h 给药，1400h 复查；unit 2、universal；_x、<U>、= =",
        "白细胞 12,345/μL，费用13,812元，1,234,567 例；比例 1.2345e4、2.5E-3、6.02e23",
        "thirty-eight patients at twenty-five sites, two or three times in nineteen weeks",
        "血压 118 72 98 36 80 45；10 12 14 16 18 20 22",
        "look at the dot com era; type B2 lesions; S20130001 Z20090456 IL6 TNFa CD4 BRCA1 p53",
        "WBC 0xFF, #1f8b08, 12:34:56:78:9a:bc, 24352 个/μL，血小板 20255、27665",
        "The patient was admitted with community acquired pneumonia and received levofloxacin"
      })
  void honestTextPasses(String text) {
    assertThat(scan(text)).as(text).isEqualTo(new Clean());
  }

  private TripwireVerdict scan(String text) {
    return tripwire.scan(text.getBytes(UTF_8), KNOWN);
  }

  /** Neither a letter nor a picture between its characters hides an address that is known. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "😀", "、z、", "·"})
  void aKnownAddressWithSignsBetween(String between) {
    String address = "中关村大街27号院3号楼502室";
    String written = String.join(between, address.split(""));

    for (String known : List.of(address, "北京市海淀区" + address)) {
      assertThat(
              new Tripwire(System::nanoTime)
                  .scan(("{\"m\":\"住" + written + "。\"}").getBytes(UTF_8), List.of(known)))
          .isInstanceOf(Found.class);
    }
  }

  /** Its characters have five digits, its numbers two. */
  @ParameterizedTest
  @ValueSource(strings = {" ", ", "})
  void aKnownAddressInCodePoints(String between) {
    String address = "中关村大街27号院3号楼502室";
    String written =
        address.codePoints().mapToObj(Integer::toString).collect(Collectors.joining(between));

    assertThat(
            new Tripwire(System::nanoTime)
                .scan(("{\"m\":\"住" + written + "今日。\"}").getBytes(UTF_8), List.of(address)))
        .isInstanceOf(Found.class);
  }
}
