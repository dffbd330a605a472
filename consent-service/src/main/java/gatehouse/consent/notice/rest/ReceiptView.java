package gatehouse.consent.notice.rest;

import gatehouse.consent.notice.Receipt;
import java.time.Instant;
import java.util.UUID;

/** A receipt as it goes out. */
record ReceiptView(
    UUID receiptId, String application, String subjectRef, String kind, String digest, Instant at) {

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.id(),
        receipt.notice().application().value(),
        receipt.subject().value(),
        receipt.kind().name(),
        receipt.notice().digest().value(),
        receipt.at());
  }
}
