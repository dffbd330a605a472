package gatehouse.consent.notice;

import java.util.List;

/** What came of a wish to publish a notice. */
public sealed interface NoticeResult {

  /** It is shown from now on. */
  record Published(Notice notice) implements NoticeResult {}

  /** The text cannot be shown. */
  record Faulty(List<Fault> faults) implements NoticeResult {}

  /** What can be wrong with the text of a notice. */
  enum Fault {
    /** A language is missing. */
    LANGUAGE_MISSING("G-14"),
    /** More than people read in a pop-up, or in a paragraph. */
    TOO_LONG("G-35"),
    /** It makes of the assistant a replacement. */
    BANNED_PHRASE("G-61"),
    /** A HIGH application is never used on a notice. */
    TIER_NEEDS_CONSENT("G-37");

    private final String clause;

    Fault(String clause) {
      this.clause = clause;
    }

    /** Id of the clause that asks for it. */
    public String clause() {
      return clause;
    }
  }
}
