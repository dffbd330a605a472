package gatehouse.consent.decision;

import static gatehouse.consent.decision.Case.question;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Said;
import gatehouse.consent.text.Wording;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
  private static final Covers APPLICATION = new Covers.OneApplication(Case.APPLICATION);

  @Test
  @Clause("G-37")
  void highWithoutConsentAsksForOne() {
    Answer answer = new Case().at(1, "NOTES");

    assertThat(answer.verdict()).isEqualTo(Verdict.CONSENT_REQUIRED);
    assertThat(answer.grounds()).containsExactly(Ground.CONSENT_REQUIRED);
    assertThat(answer.clauses()).containsExactly("G-37");
    assertThat(answer.obligations()).containsExactly(Obligation.ASK_CONSENT);
  }

  @Test
  @Clause("G-37")
  void signedConsentPermitsHigh() {
    Answer answer = new Case().granted(1).at(2, "NOTES");

    assertThat(answer.verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(answer.consentId()).isEqualTo(Case.CONSENT);
    assertThat(answer.version()).isEqualTo(2);
    assertThat(answer.textDigest()).isEqualTo(Case.FORM);
    assertThat(answer.clauses()).containsExactly("G-37");
  }

  @Test
  @Clause("G-34")
  void unknownApplicationCountsAsHigh() {
    Case unknown = new Case().notice(Tier.LOW);
    Knowledge known = unknown.knowledge();
    Knowledge without = new Knowledge(null, false, known.scopes(), known.notice(), known.facts());

    assertThat(DecisionRule.decide(question(1), without).tier()).isEqualTo(Tier.HIGH);
  }

  @Test
  @Clause("G-34")
  void theStricterTierRules() {
    Question asLow = withTier(question(1), Tier.LOW);
    Question asHigh = withTier(question(1), Tier.HIGH);

    assertThat(new Case().tier(Tier.HIGH).ask(asLow).tier()).isEqualTo(Tier.HIGH);
    assertThat(new Case().tier(Tier.LOW).ask(asHigh).tier()).isEqualTo(Tier.HIGH);
  }

  @Test
  @Clause("G-34")
  void noticeIsTooWeakOnceTheTierRises() {
    Case low = new Case().tier(Tier.LOW).notice(Tier.LOW).says(APPLICATION, shown(), 1, 1);
    assertThat(low.at(2).verdict()).isEqualTo(Verdict.PERMIT);

    Answer risen = low.tier(Tier.HIGH).at(3);

    assertThat(risen.verdict()).isEqualTo(Verdict.CONSENT_REQUIRED);
    assertThat(risen.grounds()).contains(Ground.FORM_TOO_WEAK, Ground.CONSENT_REQUIRED);
  }

  @Test
  @Clause("G-35")
  void lowAsksForTheNoticeUntilItWasShown() {
    Case low = new Case().tier(Tier.LOW).notice(Tier.LOW);

    Answer before = low.at(1);
    Answer after = low.says(APPLICATION, shown(), 2, 2).at(3);

    assertThat(before.verdict()).isEqualTo(Verdict.NOTICE_REQUIRED);
    assertThat(before.obligations()).containsExactly(Obligation.SHOW_NOTICE);
    assertThat(before.notice()).isEqualTo(Case.POP_UP);
    assertThat(after.verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(after.clauses()).containsExactly("G-35");
  }

  @Test
  @Clause("G-35")
  void newPopUpTextIsShownAgain() {
    Case low = new Case().tier(Tier.LOW).notice(Tier.LOW).says(APPLICATION, shown(), 1, 1);

    low.notice(Tier.LOW, new Wording("新的文字。", "New words."));

    assertThat(low.at(2).grounds()).containsExactly(Ground.NOTICE_NOT_SHOWN);
  }

  @Test
  @Clause("G-36")
  void mediumAsksForTheNoticeOfThisEncounter() {
    Case medium = new Case().tier(Tier.MEDIUM).notice(Tier.MEDIUM);
    medium.says(APPLICATION, given("E0"), 1, 1);

    assertThat(medium.at(2).grounds()).containsExactly(Ground.NOTICE_NOT_GIVEN);
    assertThat(medium.at(2).obligations()).containsExactly(Obligation.GIVE_NOTICE);
    medium.says(APPLICATION, given("E1"), 3, 3);
    assertThat(medium.at(4).verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  @Clause("G-36")
  void mediumWithoutEncounterIsNotPermitted() {
    Case medium = new Case().tier(Tier.MEDIUM).notice(Tier.MEDIUM);
    medium.says(APPLICATION, given("E1"), 1, 1);
    Question asked = question(2);
    Question anywhere =
        new Question(
            asked.subject(),
            asked.application(),
            null,
            "CARE",
            asked.categories(),
            null,
            null,
            asked.at(),
            asked.knownAt());

    assertThat(medium.ask(anywhere).grounds()).containsExactly(Ground.ENCOUNTER_MISSING);
  }

  @Test
  @Clause("G-34")
  void popUpIsTooShortForMedium() {
    Case medium = new Case().tier(Tier.MEDIUM).notice(Tier.LOW);
    medium.says(APPLICATION, given("E1"), 1, 1);

    assertThat(medium.at(2).grounds()).containsExactly(Ground.NOTICE_UNPUBLISHED);
  }

  @Test
  @Clause("E-24")
  void commercialPurposeIsForbiddenWhateverWasSigned() {
    for (String purpose : List.of("COMMERCIAL", "MARKETING", "INSURANCE_PRICING", "care", "")) {
      Question asked = question(2, "NOTES");
      Question commercial =
          new Question(
              asked.subject(),
              asked.application(),
              null,
              purpose,
              asked.categories(),
              "E1",
              null,
              asked.at(),
              asked.knownAt());

      Answer answer = new Case().granted(1).ask(commercial);

      assertThat(answer.verdict()).isEqualTo(Verdict.DENY);
      assertThat(answer.grounds()).containsExactly(Ground.PURPOSE_FORBIDDEN);
      assertThat(answer.clauses()).containsExactly("E-24");
    }
  }

  @Test
  @Clause("G-51")
  void stoppedApplicationIsDenied() {
    assertThat(new Case().granted(1).stopped().at(2, "NOTES").grounds())
        .containsExactly(Ground.APPLICATION_STOPPED);
  }

  @Test
  void closedScopeIsDenied() {
    assertThat(new Case().granted(1).closed(2).at(3, "NOTES").grounds())
        .containsExactly(Ground.SCOPE_CLOSED);
  }

  private static Said shown() {
    return new Said.NoticeShown(Case.digest(Case.POP_UP));
  }

  private static Said given(String encounter) {
    return new Said.NoticeGiven(Case.digest(Case.POP_UP), encounter);
  }

  private static Question withTier(Question asked, Tier tier) {
    return new Question(
        asked.subject(),
        asked.application(),
        tier,
        asked.purpose(),
        new TreeSet<>(),
        "E1",
        null,
        asked.at(),
        asked.knownAt());
  }
}
