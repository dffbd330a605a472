package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  private final PrepareEgress prepare = new PrepareEgress("CN");

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
