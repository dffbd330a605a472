package gatehouse.consent.decision;

import static gatehouse.consent.decision.Case.minute;
import static gatehouse.consent.decision.Case.question;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.text.TextDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every history, tried on many random ones. */
class DecisionPropertiesTest {
  private static final int HISTORIES = 3000;
  private static final int LAST = 30;
  private static final List<Covers> REACHES =
      List.of(
          new Covers.Everything(),
          new Covers.AllAi(),
          new Covers.AllResearch(),
          new Covers.OneApplication(Case.APPLICATION),
          Case.oneScope());

  @Test
  void orderOfStorageNeverMatters() {
    Random random = new Random(1);
    for (int i = 0; i < HISTORIES; i++) {
      Case history = history(random);
      List<Fact> shuffled = new ArrayList<>(history.facts());
      Collections.shuffle(shuffled, random);

      assertThat(DecisionRule.decide(question(LAST), history.knowledge(shuffled)))
          .isEqualTo(history.at(LAST));
    }
  }

  /** Invariant C1, its rule: a no that is not older than anything else denies, at every tier. */
  @Test
  @Clause({"E-39", "G-41"})
  void newestNoDenies() {
    Random random = new Random(2);
    for (int i = 0; i < HISTORIES; i++) {
      Case history = history(random);
      Covers reach = REACHES.get(random.nextInt(REACHES.size()));
      if (reach instanceof Covers.AllResearch) {
        continue;
      }

      assertThat(history.withdrawn(reach, LAST).at(LAST).verdict()).isEqualTo(Verdict.DENY);
    }
  }

  /** Invariant C3. */
  @Test
  @Clause("G-37")
  void highIsNeverPermittedWithoutASignature() {
    Random random = new Random(3);
    for (int i = 0; i < HISTORIES; i++) {
      Answer answer = history(random).tier(Tier.HIGH).at(LAST);
      if (answer.permits()) {
        assertThat(answer.consentId()).isEqualTo(Case.CONSENT);
        assertThat(answer.textDigest()).isEqualTo(Case.FORM);
      }
    }
  }

  /** Invariant C2, its rule. */
  @Test
  @Clause("E-31")
  void spokenYesAloneNeverPermitsHigh() {
    Random random = new Random(4);
    for (int i = 0; i < HISTORIES; i++) {
      Case history = new Case();
      for (int n = 0; n < random.nextInt(6); n++) {
        int minute = random.nextInt(LAST);
        history.says(Case.oneScope(), new Said.SpokenYes(Case.CONSENT), minute, minute);
      }
      assertThat(history.at(LAST).permits()).isFalse();
    }
  }

  @Test
  void whatIsLearnedLaterNeverChangesWhatWasKnownThen() {
    Random random = new Random(5);
    for (int i = 0; i < HISTORIES; i++) {
      Case history = history(random);
      int then = random.nextInt(LAST);
      Question asked = question(then).at(minute(then), minute(then));
      Answer before = history.ask(asked);

      history.withdrawn(new Covers.Everything(), LAST).granted(then, LAST, null);

      assertThat(history.ask(asked)).isEqualTo(before);
    }
  }

  @Test
  void everyAnswerButAPermitSaysWhyWithAClause() {
    Random random = new Random(6);
    for (int i = 0; i < HISTORIES; i++) {
      Answer answer = history(random).at(LAST);

      assertThat(answer.permits()).isEqualTo(answer.grounds().isEmpty());
      assertThat(answer.clauses()).isNotEmpty();
      assertThat(answer.permits()).isEqualTo(answer.obligations().isEmpty());
    }
  }

  /** A stricter tier never permits what a milder one refuses. */
  @Test
  @Clause("G-34")
  void stricterTierNeverPermitsMore() {
    Random random = new Random(8);
    for (int i = 0; i < HISTORIES; i++) {
      Case history = history(random);
      boolean low = history.tier(Tier.LOW).at(LAST).permits();
      boolean medium = history.tier(Tier.MEDIUM).at(LAST).permits();
      boolean high = history.tier(Tier.HIGH).at(LAST).permits();

      assertThat(!high || medium).isTrue();
      assertThat(!medium || low).isTrue();
    }
  }

  private static Case history(Random random) {
    Tier tier = List.of(Tier.LOW, Tier.MEDIUM, Tier.HIGH).get(random.nextInt(3));
    Case history = new Case().tier(tier).notice(random.nextBoolean() ? Tier.LOW : Tier.MEDIUM);
    int length = random.nextInt(7);
    for (int n = 0; n < length; n++) {
      int signed = random.nextInt(LAST);
      Covers reach = REACHES.get(random.nextInt(REACHES.size()));
      switch (random.nextInt(7)) {
        case 0 -> history.granted(signed);
        case 1 -> history.granted(signed, signed + random.nextInt(3), null);
        case 2 -> history.refused(reach, signed);
        case 3 -> history.withdrawn(reach, signed);
        case 4 -> history.says(application(), new Said.NoticeShown(popUp()), signed, signed);
        case 5 -> history.says(application(), new Said.NoticeGiven(popUp(), "E1"), signed, signed);
        default -> history.says(application(), new Said.Accepted(popUp()), signed, signed);
      }
    }
    return history;
  }

  private static Covers application() {
    return new Covers.OneApplication(Case.APPLICATION);
  }

  private static TextDigest popUp() {
    return Case.digest(Case.POP_UP);
  }
}
