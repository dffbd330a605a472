package gatehouse.deid.operators;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import gatehouse.deid.keys.KeysetFile;
import gatehouse.deid.numbers.IdentityCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyed values: stable, of the promised form, and readable again after the keys were rotated. */
class PseudonymsTest {
  @TempDir private Path folder;
  private final List<String> keyIds = new ArrayList<>();

  @BeforeEach
  void makeKeys() throws IOException {
    keyIds.add(KeysetFile.create(file()));
  }

  private Path file() {
    return folder.resolve("keys.json");
  }

  private Pseudonyms pseudonyms() throws IOException {
    return new Pseudonyms(KeysetFile.read(file(), "study-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "RECORD_NUMBER, ZY00123456, ZY\\d{8}",
    "RECORD_NUMBER, 2023-001-778899, \\d{4}-\\d{3}-\\d{6}",
    "INSURANCE_NO, A1234567890, A\\d{10}",
    "NATIONAL_ID, 110101199003077475, 999\\d{14}[\\dX]",
    "PHONE, 13800138000, 9\\d{10}"
  })
  void aFormatPreservingValueHasItsFormAndComesBack(Type type, String value, String form)
      throws IOException {
    Pseudonyms pseudonyms = pseudonyms();
    String released = pseudonyms.formatPreserved(type, value, value);
    assertThat(released).matches(form).isNotEqualTo(value);
    assertThat(pseudonyms.formatPreserved(type, value, value)).isEqualTo(released);
    assertThat(pseudonyms.decrypted(keyIds.get(0), type, released)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "RECORD_NUMBER, ZY12345",
    "NATIONAL_ID, 110101199003077474",
    "NATIONAL_ID, 110101199002307475",
    "PHONE, 0571-87236666"
  })
  void whatIsTooSmallOrHasNoSuchFormGetsAPseudonym(Type type, String value) throws IOException {
    assertThat(pseudonyms().formatPreserved(type, value, value))
        .isEqualTo(pseudonyms().pseudonym(type, value));
  }

  @Test
  void numbersThatDifferInTheirLettersAreEncryptedApart() throws IOException {
    Pseudonyms keyed = pseudonyms();
    String one = keyed.formatPreserved(Type.RECORD_NUMBER, "ZY00123456", "zy00123456");
    String other = keyed.formatPreserved(Type.RECORD_NUMBER, "MZ00123456", "mz00123456");
    assertThat(one.substring(2)).isNotEqualTo(other.substring(2));
  }

  @Test
  void rotationKeepsOldDataReadable() throws IOException {
    Pseudonyms before = pseudonyms();
    String pseudonym = before.pseudonym(Type.RECORD_NUMBER, "zy1");
    String encrypted = before.formatPreserved(Type.RECORD_NUMBER, "ZY00123456", "zy00123456");
    keyIds.add(KeysetFile.rotate(file()));
    keyIds.add(KeysetFile.rotate(file()));
    Pseudonyms after = pseudonyms();
    assertThat(after.pseudonym(Type.RECORD_NUMBER, "zy1"))
        .contains("_" + keyIds.get(2) + "_")
        .isNotEqualTo(pseudonym);
    assertThat(after.with(keyIds.get(0), Type.RECORD_NUMBER, "zy1")).isEqualTo(pseudonym);
    assertThat(after.formatPreserved(Type.RECORD_NUMBER, "ZY00123456", "zy00123456"))
        .isNotEqualTo(encrypted);
    assertThat(after.decrypted(keyIds.get(0), Type.RECORD_NUMBER, encrypted))
        .isEqualTo("ZY00123456");
  }

  @Test
  void onlyAWholeFieldIsDecrypted() throws IOException {
    String card = "110101199003077475";
    Pseudonyms keyed = pseudonyms();
    String released = keyed.formatPreserved(Type.NATIONAL_ID, card, card);
    assertThat(keyed.decrypted(keyIds.get(0), Type.NATIONAL_ID, "x" + released)).isNull();
    assertThat(keyed.decrypted(keyIds.get(0), Type.NATIONAL_ID, card)).isNull();
    assertThat(keyed.decrypted(keyIds.get(0), Type.PHONE, "13800138000")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"王小明", "王芳", "欧阳明月", "阿卜杜拉·买买提", "古丽娜尔·依明", "johnsmith", "𠮷丽", "毛"})
  void aSurrogateNameKeepsLengthAndForm(String name) throws IOException {
    String surrogate = pseudonyms().surrogate(Type.PERSON, name);
    assertThat(surrogate).isNotEqualTo(name);
    assertThat(surrogate.codePointCount(0, surrogate.length()))
        .isEqualTo(name.codePointCount(0, name.length()));
    assertThat(surrogate.indexOf('·')).isEqualTo(name.indexOf('·'));
    assertThat(pseudonyms().surrogate(Type.PERSON, name)).isEqualTo(surrogate);
  }

  @Test
  void aSurrogateKeepsTheSex() throws IOException {
    Pseudonyms keyed = pseudonyms();
    assertThat(keyed.surrogate(Type.PERSON, "王丽芳").substring(1)).containsAnyOf(letters(true));
    assertThat(keyed.surrogate(Type.PERSON, "王建国").substring(1)).containsAnyOf(letters(false));
    for (String card : List.of("110101199003077475", "110101199003077424")) {
      String surrogate = keyed.surrogate(Type.NATIONAL_ID, card);
      assertThat(surrogate).matches("999\\d{14}[\\dX]");
      assertThat(IdentityCard.checks(surrogate)).isTrue();
      assertThat(surrogate.charAt(16) % 2).isEqualTo(card.charAt(16) % 2);
    }
  }

  private static String[] letters(boolean women) {
    String letters =
        women
            ? "芳娜敏静丽艳娟霞秀燕玲桂梅莉兰红婷雪琳颖萍英华珍琴花香凤淑惠珠翠雅芝玉萱涵怡欣蓉薇菲妍媛姗莹倩"
            : "伟强磊军洋勇杰涛明超刚平辉鹏飞斌波峰健亮志国海建文武林东山宏毅俊浩宇轩博凯锋龙成栋正信义德";
    return letters.split("");
  }

  @Test
  void manyPeopleGetManyNames() throws IOException {
    Pseudonyms keyed = pseudonyms();
    long different =
        IntStream.range(0, 1000)
            .mapToObj(i -> keyed.surrogate(Type.PERSON, "王" + (char) (0x4E00 + i) + "明"))
            .distinct()
            .count();
    assertThat(different).isGreaterThan(950);
  }
}
