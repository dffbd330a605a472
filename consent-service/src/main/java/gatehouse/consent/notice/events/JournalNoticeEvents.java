package gatehouse.consent.notice.events;

import gatehouse.consent.application.Tier;
import gatehouse.consent.notice.Notice;
import gatehouse.consent.notice.NoticeEvents;
import gatehouse.consent.notice.Receipt;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes notices and their receipts into the journal and tells others. */
@ApplicationScoped
class JournalNoticeEvents implements NoticeEvents {
  private static final String TOPIC = "consent.notice.v1";

  private final Journal journal;
  private final Actors actors;

  JournalNoticeEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** A notice on the wire, without its text: the text is found by its digest. */
  record NoticeData(
      String noticeId, String application, String tier, int version, String textDigest) {}

  /** A receipt on the wire; the encounter stays in the house of this service. */
  record ReceiptData(
      String receiptId,
      String noticeId,
      String application,
      String subjectRef,
      String textDigest,
      String language,
      String at) {}

  @Override
  public void published(Notice notice) {
    journal.append(
        Entry.of("gatehouse.consent.notice.published.v1", notice.application().value())
            .by(actors.acting("CONSENT_CLERK", "MEDICAL_AFFAIRS"))
            .clauses(notice.tier() == Tier.LOW ? "G-35" : "G-36")
            .topic(TOPIC)
            .version(notice.version())
            .data(
                new NoticeData(
                    notice.id().toString(),
                    notice.application().value(),
                    notice.tier().name(),
                    notice.version(),
                    notice.digest().value()))
            .build());
  }

  @Override
  public void received(Receipt receipt) {
    Notice notice = receipt.notice();
    journal.append(
        Entry.of(type(receipt.kind()), receipt.subject().value())
            .by(
                actors.acting(
                    "PATIENT",
                    "GUARDIAN",
                    "CONSENT_CLERK",
                    "NURSE",
                    "PHYSICIAN",
                    "RESIDENT",
                    "HIS_SYSTEM",
                    "GATEWAY_SYSTEM"))
            .clauses(receipt.kind() == Receipt.Kind.GIVEN ? "G-36" : "G-35")
            .topic(TOPIC)
            .data(
                new ReceiptData(
                    receipt.id().toString(),
                    notice.id().toString(),
                    notice.application().value(),
                    receipt.subject().value(),
                    notice.digest().value(),
                    receipt.language(),
                    receipt.at().toString()))
            .build());
  }

  private static String type(Receipt.Kind kind) {
    return switch (kind) {
      case SHOWN -> "gatehouse.consent.notice.shown.v1";
      case GIVEN -> "gatehouse.consent.notice.given.v1";
      case ACCEPTED -> "gatehouse.consent.notice.accepted.v1";
    };
  }
}
