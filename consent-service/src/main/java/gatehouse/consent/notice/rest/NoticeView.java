package gatehouse.consent.notice.rest;

import gatehouse.consent.application.Tier;
import gatehouse.consent.notice.Notice;
import java.time.Instant;

/** A notice as it goes out: the text to show, and the digest that the receipt names. */
record NoticeView(
    String application,
    String tier,
    int version,
    TextView text,
    String digest,
    String show,
    Instant publishedAt) {

  /** The text by language (BCP 47). */
  record TextView(String zh, String en) {}

  static NoticeView of(Notice notice) {
    return new NoticeView(
        notice.application().value(),
        notice.tier().name(),
        notice.version(),
        new TextView(notice.wording().zh(), notice.wording().en()),
        notice.digest().value(),
        notice.tier() == Tier.LOW ? "POP_UP" : "PARAGRAPH",
        notice.publishedAt());
  }
}
