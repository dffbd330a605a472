package gatehouse.admission.tiering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.TierDecision.Endorsement;
import gatehouse.clauses.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesetTest {
  private final Ruleset rules = ruleset();

  private static Ruleset ruleset() {
    try (InputStream file = RulesetTest.class.getResourceAsStream("/rulesets/v1.json")) {
      return new ObjectMapper().readValue(file, Ruleset.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Facts denied() {
    Map<String, Answer> answers = new HashMap<>();
    rules.questions().forEach(question -> answers.put(question.key(), Answer.NO));
    return Facts.of(answers);
  }

  private Facts denyingAllBut(String question, Answer answer) {
    Map<String, Answer> answers = new HashMap<>(denied().answers());
    answers.put(question, answer);
    return Facts.of(answers);
  }

  private TierDecision decision(Facts facts) {
    return switch (rules.assess(facts)) {
      case Assessment.Tiered tiered -> tiered.decision();
      case Assessment.Prohibited prohibited -> throw new AssertionError(prohibited);
    };
  }

  @ParameterizedTest
  @Clause("G-31")
  @CsvSource({
    "YES,     NO,      REQUIRED",
    "YES,     UNKNOWN, REQUIRED",
    "UNKNOWN, UNKNOWN, REQUIRED",
    "UNKNOWN, YES,     REQUIRED",
    "UNKNOWN, NO,      NONE",
    "NO,      UNKNOWN, NONE",
    "NO,      YES,     NONE",
  })
  void whatOperatesAtHighRiskIsWatched(Answer highRisk, Answer autonomous, Supervision expected) {
    Facts facts = Facts.of(Map.of("highRiskOperation", highRisk, "actsAutonomously", autonomous));

    assertThat(facts.supervision()).isEqualTo(expected);
    assertThat(rules.questions().stream().map(Question::key))
        .contains("highRiskOperation", "actsAutonomously");
  }

  @ParameterizedTest(name = "{0}={1} gives {2}, floor {3}")
  @Clause({"G-08", "G-09", "G-10", "G-11"})
  @CsvSource({
    "suggestsDiagnosis,   YES,     HIGH,   MEDIUM, H1",
    "suggestsTreatment,   YES,     HIGH,   MEDIUM, H1",
    "suggestsMedication,  YES,     HIGH,   MEDIUM, H1",
    "suggestsSurgery,     YES,     HIGH,   MEDIUM, H1",
    "suggestsAcuity,      YES,     HIGH,   MEDIUM, H1",
    "classThree,          YES,     HIGH,   HIGH,   H2",
    "invasive,            YES,     HIGH,   HIGH,   H2",
    "classTwo,            YES,     MEDIUM, MEDIUM, M1",
    "managedAsDevice,     YES,     MEDIUM, MEDIUM, M1",
    "processesDeviceData, YES,     MEDIUM, MEDIUM, M1",
    "affectsJudgement,    YES,     MEDIUM, MEDIUM, M2",
    "beyondAssistance,    YES,     MEDIUM, MEDIUM, M2",
    "suggestsMedication,  UNKNOWN, MEDIUM, MEDIUM, M2",
    "suggestsDiagnosis,   UNKNOWN, MEDIUM, MEDIUM, M2",
    "actsAutonomously,    YES,     MEDIUM, MEDIUM, M2",
    "highRiskOperation,   YES,     LOW,    LOW,    L1",
    "suggestsDiagnosis,   NO,      LOW,    LOW,    L1",
  })
  void goldenTable(String question, Answer answer, Tier tier, Tier floor, String rule) {
    TierDecision decision = decision(denyingAllBut(question, answer));

    assertThat(decision.tier()).isEqualTo(tier);
    assertThat(decision.floor()).isEqualTo(floor);
    assertThat(decision.trace()).extracting(FiredRule::rule).contains(rule);
  }

  @Test
  @Clause("G-31")
  void unsupervisedHighRiskIsProhibitedWhateverElseIsAnswered() {
    Random random = new Random(31);
    for (int i = 0; i < 500; i++) {
      Facts facts =
          randomFacts(random).established("actsAutonomously").established("highRiskOperation");
      assertThat(rules.assess(facts)).isInstanceOf(Assessment.Prohibited.class);
    }
  }

  @Test
  @Clause("G-09")
  void lowOnlyWhenEveryConditionIsDenied() {
    Random random = new Random(9);
    for (int i = 0; i < 2000; i++) {
      Facts facts = randomFacts(random);
      if (rules.assess(facts) instanceof Assessment.Tiered(TierDecision decision)
          && decision.tier() == Tier.LOW) {
        assertThat(facts.answers().entrySet())
            .filteredOn(entry -> !entry.getKey().equals("highRiskOperation"))
            .allMatch(entry -> entry.getValue() == Answer.NO);
      }
    }
  }

  @Test
  @Clause("G-10")
  void noSequenceOfWordsBringsTheTierBelowItsFloor() {
    Random random = new Random(10);
    for (int walk = 0; walk < 500; walk++) {
      if (rules.assess(randomFacts(random)) instanceof Assessment.Tiered(TierDecision decision)) {
        TierDecision present = decision;
        for (int step = 0; step < 30; step++) {
          present = orSame(present, spoken(present, random));
          assertThat(present.tier().below(present.floor())).isFalse();
        }
      }
    }
  }

  @Test
  @Clause("G-08")
  void loweringNeedsFiveSeatsAndFivePersons() {
    TierDecision raised =
        orSame(
            decision(denied()),
            decision(denied()).raised(new Endorsement(Seat.LEGAL, "p", Tier.HIGH, "doubt")));

    TierDecision four = raised;
    for (Seat seat : List.of(Seat.CLINICAL, Seat.MED_ENGINEERING, Seat.INFO_CENTRE, Seat.LEGAL)) {
      four =
          orSame(
              four, four.loweringEndorsed(new Endorsement(seat, "p" + seat, Tier.LOW, "settled")));
    }

    assertThat(four.tier()).isEqualTo(Tier.HIGH);
    assertThat(four.loweringEndorsed(new Endorsement(Seat.ETHICS, "pLEGAL", Tier.LOW, "settled")))
        .isEqualTo(Outcome.refused(Refusal.ONE_PERSON_TWO_SEATS));
    assertThat(
            orSame(
                    four,
                    four.loweringEndorsed(
                        new Endorsement(Seat.ETHICS, "pETHICS", Tier.LOW, "settled")))
                .tier())
        .isEqualTo(Tier.LOW);
  }

  private static Outcome<TierDecision> spoken(TierDecision present, Random random) {
    Endorsement word =
        new Endorsement(
            List.of(Seat.values()).get(random.nextInt(5)),
            "p" + random.nextInt(6),
            List.of(Tier.values()).get(random.nextInt(3)),
            "why");
    return random.nextInt(4) == 0 ? present.raised(word) : present.loweringEndorsed(word);
  }

  private static TierDecision orSame(TierDecision present, Outcome<TierDecision> outcome) {
    return switch (outcome) {
      case Outcome.Done<TierDecision> done -> done.value();
      case Outcome.Refused<TierDecision> _ -> present;
    };
  }

  private Facts randomFacts(Random random) {
    Map<String, Answer> answers = new HashMap<>();
    rules
        .questions()
        .forEach(question ->
            answers.put(
                question.key(),
                random.nextInt(10) < 9
                    ? Answer.NO
                    : List.of(Answer.values()).get(random.nextInt(3))));
    return Facts.of(answers);
  }
}
