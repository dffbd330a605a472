package gatehouse.consent.notice;

/** What came of a receipt. */
public sealed interface ReceiptResult {

  /** It is on file. */
  record Recorded(Receipt receipt) implements ReceiptResult {}

  /** The text that was shown is not the one to show now: show that one. */
  record Outdated(Notice present) implements ReceiptResult {}

  /** The receipt lies in the future. */
  record InTheFuture() implements ReceiptResult {}

  /** The receipt is older than the notice: nobody can have seen it. */
  record BeforePublication() implements ReceiptResult {}

  /** The application has no notice. */
  record Unknown() implements ReceiptResult {}
}
