package gatehouse.consent.decision;

import static gatehouse.consent.decision.Case.minute;
import static gatehouse.consent.decision.Case.oneScope;
import static gatehouse.consent.decision.Case.question;
import static gatehouse.consent.decision.Case.terms;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Said;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.ScopeKind;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedConsentTest {
  private static final Covers APPLICATION = new Covers.OneApplication(Case.APPLICATION);

  @Test
  @Clause("E-66")
  void sensitiveDataNeedAConsentThatNamesThemAtEveryTier() {
    for (Tier tier : Tier.values()) {
      Case any =
          new Case()
              .tier(tier)
              .notice(tier == Tier.HIGH ? Tier.MEDIUM : tier)
              .says(APPLICATION, shown(), 1, 1)
              .says(APPLICATION, given("E1"), 1, 1)
              .granted(1);

      Answer answer = any.at(2, "NOTES", "GENETIC");

      assertThat(answer.verdict()).as(tier.name()).isEqualTo(Verdict.CONSENT_REQUIRED);
      assertThat(answer.grounds()).contains(Ground.SENSITIVE_NOT_NAMED);
      assertThat(answer.clauses()).contains("E-66");
    }
  }

  @Test
  @Clause("E-42")
  void whoNamesNoDataAsksForAllOfTheScope() {
    Case wider = new Case().granted(1).revised(terms("NOTES", "IMAGING", "AUDIO"), false, 2);

    assertThat(wider.at(3, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(wider.at(3).verdict()).isEqualTo(Verdict.RECONSENT_REQUIRED);
  }

  @Test
  @Clause("E-66")
  void sensitiveDataThatWereNamedArePermitted() {
    Case named =
        new Case()
            .scope(
                Scope.first(
                    Case.SCOPE,
                    ScopeKind.AI_USE,
                    Case.APPLICATION,
                    null,
                    terms("NOTES", "GENETIC"),
                    minute(0)))
            .granted(1);

    assertThat(named.at(2, "NOTES", "GENETIC").verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  void categoryThatWasNotSignedIsNotCovered() {
    assertThat(new Case().granted(1).at(2, "LABORATORY").grounds())
        .containsExactly(Ground.CATEGORY_NOT_COVERED);
  }

  @Test
  @Clause("E-42")
  void widerDataLeaveTheOldPartAndDenyTheNew() {
    Case wider = new Case().granted(1).revised(terms("NOTES", "IMAGING", "AUDIO"), false, 2);

    assertThat(wider.at(3, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
    Answer fresh = wider.at(3, "NOTES", "AUDIO");
    assertThat(fresh.verdict()).isEqualTo(Verdict.RECONSENT_REQUIRED);
    assertThat(fresh.grounds()).contains(Ground.SCOPE_WIDENED);
    assertThat(fresh.consentId()).isEqualTo(Case.CONSENT);
  }

  @Test
  @Clause("E-42")
  void newRecipientAsksEverybodyAgain() {
    Case wider =
        new Case()
            .granted(1)
            .revised(terms(Purpose.CARE, Set.of("vendor abroad"), "NOTES"), false, 2);

    assertThat(wider.at(3, "NOTES").verdict()).isEqualTo(Verdict.RECONSENT_REQUIRED);
    assertThat(wider.granted(4).at(5, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  @Clause("E-42")
  void narrowerTermsAskNobodyAgain() {
    Case narrower = new Case().granted(1).revised(terms("NOTES"), false, 2);

    assertThat(narrower.at(3, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  @Clause("E-42")
  void whenTheOldProcessingEndsNobodyIsCovered() {
    Case ended = new Case().granted(1).revised(terms("NOTES", "IMAGING", "AUDIO"), true, 2);

    assertThat(ended.at(3, "NOTES").verdict()).isEqualTo(Verdict.RECONSENT_REQUIRED);
  }

  @Test
  @Clause("E-32")
  void consentDoesNotCoverWhatWasCollectedBefore() {
    Case signed = new Case().granted(5);

    assertThat(signed.ask(collected(question(6, "NOTES"), 4)).grounds())
        .containsExactly(Ground.CONSENT_AFTER_COLLECTION);
    assertThat(signed.ask(collected(question(6, "NOTES"), 5)).verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  @Clause("E-32")
  void lateEntryCoversNothingCollectedBeforeItsEntry() {
    Case late = new Case().granted(1, 9, null);

    assertThat(late.ask(collected(question(10, "NOTES"), 5)).grounds())
        .containsExactly(Ground.CONSENT_AFTER_COLLECTION);
  }

  @Test
  @Clause("E-32")
  void researchNeedsASignatureAtEveryTier() {
    Question asked = question(2);
    Question research =
        new Question(
            asked.subject(),
            asked.application(),
            null,
            "RESEARCH",
            asked.categories(),
            "E1",
            null,
            asked.at(),
            asked.knownAt());
    Case low = new Case().tier(Tier.LOW).notice(Tier.LOW).says(APPLICATION, shown(), 1, 1);

    Answer answer = low.ask(research);

    assertThat(answer.verdict()).isEqualTo(Verdict.CONSENT_REQUIRED);
    assertThat(answer.grounds()).contains(Ground.RESEARCH_CONSENT_REQUIRED);
  }

  @Test
  @Clause("E-31")
  void spokenYesDeniesUntilVerifiedAndLapsesAfterThreeDays() {
    Case spoken = new Case().says(oneScope(), new Said.SpokenYes(Case.CONSENT), 0, 0);
    int threeDays = 3 * 24 * 60;

    assertThat(spoken.at(1).verdict()).isEqualTo(Verdict.DENY);
    assertThat(spoken.at(1).grounds()).contains(Ground.EVIDENCE_PENDING);
    assertThat(spoken.at(threeDays - 1).verdict()).isEqualTo(Verdict.DENY);
    assertThat(spoken.at(threeDays).verdict()).isEqualTo(Verdict.CONSENT_REQUIRED);
    assertThat(spoken.at(threeDays).grounds()).contains(Ground.EVIDENCE_LAPSED);
  }

  @Test
  void expiredConsentAsksAnew() {
    Case expiring = new Case().granted(1, 1, minute(10));

    assertThat(expiring.at(9, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(expiring.at(9, "NOTES").validUntil()).isEqualTo(minute(10));
    assertThat(expiring.at(10, "NOTES").grounds()).containsExactly(Ground.CONSENT_EXPIRED);
  }

  @Test
  void grantOfAnotherScopeDoesNotCountForThisOne() {
    Said other =
        new Said.Granted(
            Case.CONSENT, 1, new UUID(9, 9), 1, Set.of(), ConsentForm.WRITTEN, Case.FORM, null);

    assertThat(new Case().says(oneScope(), other, 1, 1).at(2).verdict())
        .isEqualTo(Verdict.CONSENT_REQUIRED);
  }

  private static Said shown() {
    return new Said.NoticeShown(Case.digest(Case.POP_UP));
  }

  private static Said given(String encounter) {
    return new Said.NoticeGiven(Case.digest(Case.POP_UP), encounter);
  }

  private static Question collected(Question asked, int minute) {
    return new Question(
        asked.subject(),
        asked.application(),
        null,
        asked.purpose(),
        asked.categories(),
        "E1",
        minute(minute),
        asked.at(),
        asked.knownAt());
  }
}
