package gatehouse.admission.changeclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Facts;
import gatehouse.clauses.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRulesetTest {
  private final ChangeRuleset rules = ruleset();

  private static ChangeRuleset ruleset() {
    try (InputStream file = ChangeRulesetTest.class.getResourceAsStream("/change-rules/v1.json")) {
      return new ObjectMapper().readValue(file, ChangeRuleset.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Facts denyingAllBut(String question, Answer answer) {
    Map<String, Answer> answers = new HashMap<>();
    rules.keys().forEach(key -> answers.put(key, Answer.NO));
    if (rules.keys().contains(question)) {
      answers.put(question, answer);
    }
    return Facts.of(answers);
  }

  /** The golden table: one fact that differs, whether a plan covers it, the class, the rule. */
  @ParameterizedTest(name = "{0}={1}, within a plan {2}: {3} by {4}")
  @Clause("G-02")
  @CsvSource({
    "nothing,             NO,      false, MINOR,         N1",
    "intendedUseChanged,  YES,     false, MAJOR,         J1",
    "intendedUseChanged,  UNKNOWN, false, MAJOR,         J1",
    "intendedUseChanged,  YES,     true,  MAJOR,         J1",
    "certificateAffected, YES,     false, MAJOR,         J1",
    "certificateAffected, UNKNOWN, false, MAJOR,         J1",
    "certificateAffected, YES,     true,  MAJOR,         J1",
    "deploymentChanged,   YES,     false, MAJOR,         J1",
    "deploymentChanged,   UNKNOWN, false, MAJOR,         J1",
    "deploymentChanged,   YES,     true,  MAJOR,         J1",
    "riskRaised,          YES,     false, MAJOR,         J1",
    "riskRaised,          UNKNOWN, false, MAJOR,         J1",
    "riskRaised,          YES,     true,  MAJOR,         J1",
    "baseModelReplaced,   YES,     false, MAJOR,         J2",
    "baseModelReplaced,   UNKNOWN, false, MAJOR,         J2",
    "baseModelReplaced,   YES,     true,  PREAUTHORISED, P1",
    "retrained,           YES,     false, MAJOR,         J2",
    "retrained,           UNKNOWN, false, MAJOR,         J2",
    "retrained,           YES,     true,  PREAUTHORISED, P1",
    "inputsChanged,       YES,     false, MAJOR,         J2",
    "inputsChanged,       UNKNOWN, false, MAJOR,         J2",
    "inputsChanged,       YES,     true,  PREAUTHORISED, P1",
    "outputsChanged,      YES,     false, MAJOR,         J2",
    "outputsChanged,      UNKNOWN, false, MAJOR,         J2",
    "outputsChanged,      YES,     true,  PREAUTHORISED, P1",
  })
  void factsGiveTheClass(
      String question, Answer answer, boolean withinPlan, ChangeClass expected, String rule) {
    ChangeAssessment word = rules.assess(denyingAllBut(question, answer), withinPlan);

    assertThat(word.changeClass()).isEqualTo(expected);
    assertThat(word.trace()).extracting(ChangeAssessment.Fired::rule).contains(rule);
    assertThat(word.rulesetVersion()).isEqualTo("v1");
  }

  @Test
  @Clause("G-02")
  void whatNoRuleKnowsIsMajor() {
    ChangeRuleset empty = new ChangeRuleset("empty", rules.questions(), List.of());

    assertThat(empty.assess(denyingAllBut("nothing", Answer.NO), true).changeClass())
        .isEqualTo(ChangeClass.MAJOR);
  }

  @Test
  void rulesThatAskAnUnknownQuestionAreRefused() {
    assertThatThrownBy(() -> new ChangeRuleset("stray", List.of(), rules.rules()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
