package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.deid.keys.KeysetFile;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a value's place under each policy. */
class OperatorsTest {
  @TempDir private static Path folder;
  private static Deidentifier engine = Engine.PUBLIC;

  @BeforeAll
  static void makeKeys() throws IOException {
    KeysetFile.create(folder.resolve("keys.json"));
    engine = Deidentifier.of(Policy.named("release"), keys("research-7"));
  }

  private static Keyring keys(String purpose) throws IOException {
    return KeysetFile.read(folder.resolve("keys.json"), purpose);
  }

  private static Context subject(String subject) {
    return new Context(KnownIdentifiers.none(), Placeholders.fresh(new SecureRandom()), subject);
  }

  private static String release(String text, String subject) {
    return engine.deidentify(text, subject(subject)).text();
  }

  @Test
  void datesBecomeDaysFromTheFirstDateAndComeBack() {
    Context context = Engine.unknown();
    String text = "2023年5月6日入院，5月9日手术，2023-05-20 10:30出院";
    String masked = Engine.PUBLIC.deidentify(text, context).text();
    assertThat(masked)
        .contains("⟦D+0-", "⟦D+3-", "⟦D+14-", " 10:30出院")
        .doesNotContain("2023", "5月");
    assertThat(context.session().restore(masked)).isEqualTo(text);
  }

  @Test
  void aDayThatTheModelComputedIsRestoredInTheSameStyle() {
    Context context = Engine.unknown();
    String masked = Engine.PUBLIC.deidentify("2023年5月6日手术", context).text();
    String answer =
        "请于" + masked.substring(0, masked.indexOf('⟧') + 1).replace("D+0", "D+28") + "复查";
    assertThat(context.session().restore(answer)).isEqualTo("请于2023年6月3日复查");
  }

  @Test
  void aDayOfAnotherSessionIsNotRestored() {
    Context context = Engine.unknown();
    String foreign = Engine.mask("2023年5月6日").replace("D+0", "D+1");
    Engine.PUBLIC.deidentify("2023年5月6日", context);
    assertThat(context.session().restore(foreign)).isEqualTo(foreign);
  }

  @Test
  void agesOverEightyNineBecomeOneClass() {
    assertThat(Engine.mask("患者，女，97岁")).isEqualTo("患者，女，90+岁");
  }

  @Test
  void placesAreKeptToTheProvince() {
    assertThat(Engine.mask("患者从湖州来")).isEqualTo("患者从浙江来");
    assertThat(release("住址：杭州市西湖区文三路123号", "p")).isEqualTo("住址：浙江");
  }

  @Test
  void oneKnownPersonHasOneNumberInAllSpellings() {
    KnownIdentifiers known = KnownIdentifiers.builder().name("高峰林").build();
    Context context = Engine.context(known);
    List<String> spellings = List.of("高峰林", "Gao Fenglin", "高 峰 林", "GAO FENG LIN", "高峰林");
    List<String> tokens =
        spellings.stream().map(it -> Engine.PUBLIC.deidentify(it, context).text()).toList();
    assertThat(tokens.stream().map(token -> token.substring(0, token.lastIndexOf('-'))))
        .containsExactly("⟦NAME-1", "⟦NAME-1B", "⟦NAME-1C", "⟦NAME-1D", "⟦NAME-1");
    assertThat(tokens.stream().map(context.session()::restore)).isEqualTo(spellings);
  }

  @Test
  void oneDayInTwoWritingsComesBackInBoth() {
    Context context = Engine.unknown();
    String text = "2023年5月6日入院，2023-05-06手术，5月6日回房，2023/05/06查房";
    String masked = Engine.PUBLIC.deidentify(text, context).text();
    assertThat(masked).contains("⟦D+0-", "⟦D+0B-", "⟦D+0C-", "⟦D+0D-").doesNotContain("05", "5月");
    assertThat(context.session().restore(masked)).isEqualTo(text);
    String computed = masked.substring(masked.indexOf("⟦D+0B"), masked.indexOf("手术"));
    assertThat(context.session().restore(computed.replace("D+0B", "D+7B"))).isEqualTo("2023年5月13日");
  }

  @Test
  void aNameFoundInOneTextIsFoundInAllOfTheConversation() {
    List<String> texts = List.of("昨日遇见蒯予乐于走廊", "姓名：蒯予乐，男", "蒯予乐血糖如何");
    List<Deidentified> results = Engine.PUBLIC.deidentify(texts, Engine.unknown());
    assertThat(results).noneMatch(result -> result.text().contains("蒯予乐"));
  }

  @Test
  void namesOfEarlierTextsOfTheSessionAreFoundLater() {
    Context context = Engine.unknown();
    Engine.PUBLIC.deidentify("姓名：蒯予乐，男", context);
    assertThat(Engine.PUBLIC.deidentify("走廊遇蒯予乐的车", context).text()).doesNotContain("蒯予乐");
  }

  @Test
  void surrogatesAreConsistentKeepTheLengthAndComeFromUnissuedRanges() {
    String first = release("姓名：王小明，电话：13800138000，身份证：110101199003077475", "p1");
    assertThat(release("姓名：王小明，电话：138-0013-8000，身份证：110101199003077475", "p2")).isEqualTo(first);
    assertThat(first)
        .matches("姓名：\\p{IsHan}{3}，电话：120\\d{8}，身份证：999\\d{14}[\\dX]")
        .doesNotContain("王小明", "13800138000");
  }

  @Test
  void numbersOfRecordsKeepTheirForm() {
    String released = release("住院号：ZY00123456", "p");
    assertThat(released).matches("住院号：ZY\\d{8}").doesNotContain("00123456");
    assertThat(release("门诊号：M0123", "p")).matches("门诊号：RECORD_[0-9a-f]{8}_[0-9A-Z]{16}");
  }

  @Test
  void anotherPurposeGivesOtherValues() throws IOException {
    Deidentifier other = Deidentifier.of(Policy.named("release"), keys("research-8"));
    for (String text : List.of("住院号：ZY00123456", "姓名：王小明", "电话：13800138000")) {
      assertThat(other.deidentify(text, subject("p")).text()).isNotEqualTo(release(text, "p"));
    }
  }

  @Test
  void shiftedDatesKeepTheirIntervalsAndDifferBetweenPatients() {
    String one = release("2023-05-06入院，2023-05-20出院", "p1");
    assertThat(one)
        .doesNotContain("2023-05-06")
        .matches("\\d{4}-\\d\\d-\\d\\d入院，\\d{4}-\\d\\d-\\d\\d出院");
    java.time.LocalDate in = java.time.LocalDate.parse(one.substring(0, 10));
    java.time.LocalDate out = java.time.LocalDate.parse(one.substring(13, 23));
    assertThat(java.time.temporal.ChronoUnit.DAYS.between(in, out)).isEqualTo(14);
    // Two may share a shift by chance; that ten others all share one does not happen.
    assertThat(
            IntStream.range(2, 12).mapToObj(it -> release("2023-05-06入院，2023-05-20出院", "p" + it)))
        .anyMatch(other -> !other.equals(one));
  }

  @Test
  void aPolicyThatNeedsKeysRefusesToWorkWithoutThem() {
    Policy release = Policy.named("release");
    assertThatThrownBy(() -> Deidentifier.of(release))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs keys");
  }
}
