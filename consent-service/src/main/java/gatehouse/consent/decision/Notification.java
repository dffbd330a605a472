package gatehouse.consent.decision;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.text.TextDigest;
import java.util.List;

/** Whether the person was told: pure functions over a situation of a lower tier. */
final class Notification {

  private Notification() {}

  /** Why the person does not count as told; empty when they do. */
  @Clause({"G-35", "G-36"})
  static List<Ground> missing(Situation situation) {
    Notice notice = situation.notice();
    boolean tooShort = notice != null && notice.tier().compareTo(situation.tier()) < 0;
    if (notice == null || tooShort) {
      return List.of(Ground.NOTICE_UNPUBLISHED);
    }
    return situation.tier() == Tier.LOW
        ? popUp(situation, notice.digest())
        : paragraph(situation, notice.digest());
  }

  /** LOW: once for each version of the text. */
  private static List<Ground> popUp(Situation situation, TextDigest digest) {
    boolean told = situation.facts().stream().map(Fact::said).anyMatch(said -> tells(said, digest));
    return told ? List.of() : List.of(Ground.NOTICE_NOT_SHOWN);
  }

  /** MEDIUM: in each encounter. */
  private static List<Ground> paragraph(Situation situation, TextDigest digest) {
    String encounter = situation.question().encounter();
    if (encounter == null) {
      return List.of(Ground.ENCOUNTER_MISSING);
    }
    boolean told =
        situation.facts().stream()
            .map(Fact::said)
            .anyMatch(new Said.NoticeGiven(digest, encounter)::equals);
    return told ? List.of() : List.of(Ground.NOTICE_NOT_GIVEN);
  }

  private static boolean tells(Said said, TextDigest digest) {
    return switch (said) {
      case Said.NoticeShown shown -> shown.text().equals(digest);
      case Said.NoticeGiven given -> given.text().equals(digest);
      case Said.Accepted accepted -> accepted.text().equals(digest);
      case Said.Granted _, Said.No _, Said.SpokenYes _ -> false;
    };
  }
}
