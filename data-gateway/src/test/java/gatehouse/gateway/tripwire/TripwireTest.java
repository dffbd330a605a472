package gatehouse.gateway.tripwire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.tripwire.TripwireVerdict.Clean;
import gatehouse.gateway.tripwire.TripwireVerdict.Found;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import gatehouse.gateway.tripwire.TripwireVerdict.Trouble;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("G-44")
class TripwireTest {
  private static final List<String> KNOWN = List.of("欧阳明月", "00123456", "北京市海淀区中关村大街27号院3号楼502室");
  private final Tripwire tripwire = new Tripwire(System::nanoTime);

  @ParameterizedTest
  @CsvSource({
    "身份证110101199003078515。, IDENTITY_CARD",
    "id 11010119900307851X, IDENTITY_CARD",
    "１１０１０１１９９００３０７８５１５, IDENTITY_CARD",
    "110101 19900307 8515, IDENTITY_CARD",
    "1101\u200B0119900307\u200D8515, IDENTITY_CARD",
    "110101900307851, IDENTITY_CARD",
    "x110101199003078515999, IDENTITY_CARD",
    "电话13812345678, PHONE",
    "138-1234-5678, PHONE",
    "1 3 8 1 2 3 4 5 6 7 8, PHONE",
    "幺三八一二三四五六七八, PHONE",
    "+8613812345678, PHONE",
    "010-62345678, PHONE",
    "①③⑧①②③④⑤⑥⑦⑧, PHONE",
    "zhang.san@example.com, EMAIL",
    "住院号 123456789, LONG_NUMBER",
    "欧阳明月, KNOWN_VALUE",
    "欧 阳·明月, KNOWN_VALUE",
    "ID 00123456, KNOWN_VALUE",
    "０0123-456, KNOWN_VALUE",
    "中关村大街27号院3号楼502室, KNOWN_VALUE"
  })
  void findsWhatIsLeft(String text, Kind kind) {
    assertThat(scan(text))
        .isInstanceOfSatisfying(Found.class, f -> assertThat(f.counts()).containsKey(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"110101199003078515", "13812345678", "欧阳明月", "a.b@example.com"})
  void findsItInEveryReading(String value) {
    String base64 = Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8));
    StringBuilder escaped = new StringBuilder();
    value.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));

    assertThat(
            List.of(
                base64,
                "see " + urlSafe,
                Base64.getEncoder().encodeToString(base64.getBytes(UTF_8)),
                escaped.toString(),
                escaped.toString().replace("\\", "\\\\"),
                URLEncoder.encode(value, UTF_8),
                HexFormat.of().formatHex(value.getBytes(UTF_8))))
        .allSatisfy(text -> assertThat(scan(text)).isInstanceOf(Found.class));
  }

  /** Only a point between a nought and digits makes a fraction. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 123456789",
        "0-123456789",
        "0/123456789",
        "0,123456789",
        "0. 123456789",
        "0_123456789012"
      })
  void aNoughtBeforeANumberDoesNotHideIt(String text) {
    assertThat(scan(text))
        .isInstanceOfSatisfying(
            Found.class, f -> assertThat(f.counts()).containsKey(Kind.LONG_NUMBER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.38e10", "{\"p\":13.8E+9}", "138e8", "1.380E10"})
  void aKnownNumberThatEndsInZerosIsSeenWithAnExponent(String text) {
    assertThat(tripwire.scan(text.getBytes(UTF_8), List.of("13800000000")))
        .isInstanceOf(Found.class);
    assertThat(tripwire.scan(text.getBytes(UTF_8), List.of("13912345678"))).isEqualTo(new Clean());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "国药准字H20123456，批号 2024A01，帕金森病，墨菲征阳性",
        "NCT01234567 rs1234567890 10.1016/j.cell.2020.01.021",
        "血压 138/88 mmHg，白细胞 11.23×10^9/L，血红蛋白 135 g/L",
        "ICD-10 I63.902，剂量 0.5 mg bid × 7 天",
        "0.30000000000000004",
        "2024年01月15日 08:30",
        "[[NAME-7QX2-1-K]] 男，45岁"
      })
  void letsClinicalNumbersPass(String text) {
    assertThat(scan(text)).isEqualTo(new Clean());
  }

  @Test
  void aRecordNumberOfTwoDigitsDoesNotBlockEveryNote() {
    byte[] note = "咳嗽12天".getBytes(UTF_8);

    assertThat(tripwire.scan(note, List.of("12", "王"))).isEqualTo(new Clean());
  }

  @Test
  void blocksWhenItRunsOutOfTime() {
    AtomicLong clock = new AtomicLong();
    Tripwire slow = new Tripwire(() -> clock.getAndAdd(3_000_000_000L));

    assertThat(slow.scan("{}".getBytes(UTF_8), List.of())).isEqualTo(new Trouble("TIME"));
  }

  @Test
  void blocksWhatIsNotText() {
    assertThat(tripwire.scan(new byte[] {(byte) 0xff}, List.of())).isInstanceOf(Trouble.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "1,", "@", "\\", "%4", "1 ", "a@"})
  void hostileRepetitionEndsInTime(String unit) {
    byte[] body = unit.repeat(500_000 / unit.length()).getBytes(UTF_8);
    long start = System.nanoTime();

    tripwire.scan(body, KNOWN);

    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private TripwireVerdict scan(String text) {
    return tripwire.scan(text.getBytes(UTF_8), KNOWN);
  }
}
