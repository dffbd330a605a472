package gatehouse.deid;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.policy.Policy;
import org.junit.jupiter.api.Test;

/** What goes out masked comes back whole, and policies differ in what they mask. */
class RoundTripTest {
  private static final String NOTE =
      "姓名：王小明，身份证11010119900307747X，住浙江省杭州市西湖区文三路123号，2023年5月6日入院，电话13800138000。";

  @Test
  void restoringGivesTheOriginal() {
    Context context = Engine.unknown();
    Deidentified masked = Engine.PUBLIC.deidentify(NOTE, context);
    assertThat(masked.text()).doesNotContain("王小明", "747X", "文三路", "13800138000");
    assertThat(context.session().restore(masked.text())).isEqualTo(NOTE);
  }

  @Test
  void theSameValueHasTheSameTokenInAllTextsOfARequest() {
    Context context = Engine.unknown();
    String first = Engine.PUBLIC.deidentify("电话：13800138000", context).text();
    String second = Engine.PUBLIC.deidentify("电话：13800138000", context).text();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void anotherSpellingHasTheSameNumberAndALetterOfItsOwn() {
    Context context = Engine.unknown();
    String first = Engine.PUBLIC.deidentify("电话：13800138000", context).text();
    String wide = "电话：１３８-００１３-８０００";
    String second = Engine.PUBLIC.deidentify(wide, context).text();
    assertThat(first).startsWith("电话：⟦PHONE-1-");
    assertThat(second).startsWith("电话：⟦PHONE-1B-");
    assertThat(context.session().restore(second)).isEqualTo(wide);
  }

  @Test
  void anotherRequestHasOtherTokens() {
    assertThat(Engine.mask("电话：13800138000")).isNotEqualTo(Engine.mask("电话：13800138000"));
  }

  @Test
  void inHouseKeepsDatesAndInstitutions() {
    Deidentifier inHouse = Deidentifier.of(Policy.named("in-house"));
    String text = "王小明医生，2023年5月6日，杭州市第一人民医院";
    String masked = inHouse.deidentify("姓名：" + text, Engine.unknown()).text();
    assertThat(masked).contains("2023年5月6日", "医院").doesNotContain("王小明");
  }

  @Test
  void refuseGivesNoTextAtAll() {
    Deidentifier refuse = Deidentifier.of(Policy.named("refuse"));
    Deidentified result = refuse.deidentify(NOTE, Engine.unknown());
    assertThat(result.refused()).isTrue();
    assertThat(result.text()).isEmpty();
    assertThat(refuse.deidentify("血压平稳", Engine.unknown()).refused()).isFalse();
  }

  @Test
  void aKnownNameIsMaskedWhereNoLabelTells() {
    KnownIdentifiers known = KnownIdentifiers.builder().name("杜仲").build();
    String masked = Engine.PUBLIC.deidentify("今晨杜仲诉头晕", Engine.context(known)).text();
    assertThat(masked).doesNotContain("杜仲");
  }
}
