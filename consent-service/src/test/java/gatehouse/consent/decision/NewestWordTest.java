package gatehouse.consent.decision;

import static gatehouse.consent.decision.Case.minute;
import static gatehouse.consent.decision.Case.oneScope;
import static gatehouse.consent.decision.Case.question;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Said;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NewestWordTest {
  private static final Covers ALL_AI = new Covers.AllAi();
  private static final Covers EVERYTHING = new Covers.Everything();
  private static final Covers APPLICATION = new Covers.OneApplication(Case.APPLICATION);

  @Test
  @Clause("G-41")
  void refusalDeniesAtEveryTier() {
    for (Tier tier : Tier.values()) {
      Answer answer =
          new Case()
              .tier(tier)
              .notice(tier == Tier.HIGH ? Tier.MEDIUM : tier)
              .says(APPLICATION, shown(), 1, 1)
              .says(APPLICATION, given("E1"), 1, 1)
              .granted(1)
              .refused(APPLICATION, 2)
              .at(3);

      assertThat(answer.verdict()).as(tier.name()).isEqualTo(Verdict.DENY);
      assertThat(answer.grounds()).contains(Ground.REFUSED);
      assertThat(answer.clauses()).contains("G-41");
    }
  }

  @Test
  @Clause("G-41")
  void noticeShownAfterRefusalIsNoYes() {
    Case low = new Case().tier(Tier.LOW).notice(Tier.LOW).refused(APPLICATION, 1);
    assertThat(low.says(APPLICATION, shown(), 2, 2).at(3).verdict()).isEqualTo(Verdict.DENY);

    low.says(APPLICATION, new Said.Accepted(Case.digest(Case.POP_UP)), 4, 4);

    assertThat(low.at(5).verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  @Clause("E-39")
  void withdrawalEndsTheConsent() {
    Answer answer = new Case().granted(1).withdrawn(oneScope(), 2).at(3, "NOTES");

    assertThat(answer.verdict()).isEqualTo(Verdict.DENY);
    assertThat(answer.grounds()).containsExactly(Ground.WITHDRAWN);
    assertThat(answer.clauses()).containsExactly("E-39");
  }

  @Test
  @Clause("E-39")
  void atEqualTimesTheNoWins() {
    assertThat(new Case().granted(1).withdrawn(oneScope(), 1).at(1).verdict())
        .isEqualTo(Verdict.DENY);
    assertThat(new Case().withdrawn(oneScope(), 1).granted(1).at(1).verdict())
        .isEqualTo(Verdict.DENY);
  }

  @Test
  void widerNoBeatsOlderGrantAndYieldsToNewerOne() {
    for (Covers wide : List.of(ALL_AI, EVERYTHING, APPLICATION)) {
      Case refused = new Case().granted(1).refused(wide, 2);
      assertThat(refused.at(3).verdict()).isEqualTo(Verdict.DENY);
      assertThat(refused.granted(4).at(5, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
    }
  }

  @Test
  void newerGrantLiftsTheNoOnlyForWhatItNames() {
    Case refused = new Case().refused(ALL_AI, 1).granted(2);

    assertThat(refused.at(3, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(refused.at(3, "LABORATORY").grounds()).containsExactly(Ground.REFUSED);
  }

  @Test
  @Clause("E-39")
  void whatASignatureAfterTheWithdrawalLeavesOutIsToBeAskedFor() {
    Case again = new Case().granted(1).withdrawn(ALL_AI, 2).granted(3);

    assertThat(again.at(4, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
    for (Answer left : List.of(again.at(4, "LABORATORY"), again.ask(research(4)))) {
      assertThat(left.verdict()).isEqualTo(Verdict.CONSENT_REQUIRED);
      assertThat(left.grounds()).containsExactly(Ground.NOT_AGREED_AGAIN);
      assertThat(left.obligations()).containsExactly(Obligation.ASK_CONSENT);
      assertThat(left.clauses()).contains("E-39");
    }
  }

  @Test
  @Clause("E-39")
  void aNewWithdrawalAfterThatIsAWithdrawalAgain() {
    Case again = new Case().granted(1).withdrawn(ALL_AI, 2).granted(3).withdrawn(ALL_AI, 4);

    assertThat(again.at(5, "LABORATORY").grounds()).containsExactly(Ground.WITHDRAWN);
    assertThat(again.ask(research(5)).grounds()).containsExactly(Ground.WITHDRAWN);
  }

  @Test
  void noToResearchLeavesCareAlone() {
    Case care = new Case().granted(1).refused(new Covers.AllResearch(), 2);

    assertThat(care.at(3, "NOTES").verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  void noToAnotherApplicationLeavesThisOneAlone() {
    Covers other = new Covers.OneApplication(new ApplicationCode("other"));

    assertThat(new Case().granted(1).refused(other, 2).at(3).verdict()).isEqualTo(Verdict.PERMIT);
  }

  @Test
  @Clause("E-39")
  void lateEntryOfAnOlderGrantDoesNotUndoTheWithdrawal() {
    Case late = new Case().withdrawn(oneScope(), 5).granted(3, 7, null);

    assertThat(late.at(8).grounds()).containsExactly(Ground.WITHDRAWN);
  }

  @Test
  void answersAsThingsWereKnownThen() {
    Case late = new Case().granted(1, 5, null).withdrawn(oneScope(), 8);

    assertThat(late.ask(known(2, 4)).verdict()).isEqualTo(Verdict.CONSENT_REQUIRED);
    assertThat(late.ask(known(2, 6)).verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(late.ask(known(7, 9)).verdict()).isEqualTo(Verdict.PERMIT);
    assertThat(late.ask(known(9, 9)).verdict()).isEqualTo(Verdict.DENY);
  }

  private static Question research(int minute) {
    return new Question(
        Case.PERSON,
        Case.APPLICATION,
        null,
        "RESEARCH",
        new TreeSet<>(),
        "E1",
        null,
        minute(minute),
        minute(minute));
  }

  private static Said shown() {
    return new Said.NoticeShown(Case.digest(Case.POP_UP));
  }

  private static Said given(String encounter) {
    return new Said.NoticeGiven(Case.digest(Case.POP_UP), encounter);
  }

  private static Question known(int at, int knownAt) {
    return question(at, "NOTES").at(minute(at), minute(knownAt));
  }
}
