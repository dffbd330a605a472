package gatehouse.deid.names;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.Engine;
import gatehouse.deid.finding.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese names in Latin letters, of whom nothing is known. */
class PinyinNameTest {
  @ParameterizedTest
  @CsvSource({
    "Zhang Xiaoming was admitted, Zhang Xiaoming",
    "术者 ZHANG WEI 完成, ZHANG WEI",
    "由 Xiaoming Zhang 陪同, Xiaoming Zhang",
    "见 Wang Xiao-Ming 签字, Wang Xiao-Ming",
    "见 Ouyang Ruolan 签字, Ouyang Ruolan",
    "患者 Li Na 来院, Li Na"
  })
  void aNameIsFound(String text, String name) {
    assertThat(Engine.found(text, Type.PERSON)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Na K Ca 均正常，Li Na 比值",
        "Huang Qi 30g, Du Zhong 15g",
        "Pan Retinal Photocoagulation",
        "He Started Aspirin",
        "CT MR PET",
        "Long QT, Fan Shape",
        "Deep Vein Thrombosis"
      })
  void clinicalWordsStay(String text) {
    assertThat(Engine.found(text, Type.PERSON)).isEmpty();
  }
}
