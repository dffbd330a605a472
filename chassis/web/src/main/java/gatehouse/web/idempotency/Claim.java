package gatehouse.web.idempotency;

/** What came of claiming a key. */
sealed interface Claim {
  /** Nobody used the key: go on, and {@link Keys#keep} the answer. */
  record Fresh() implements Claim {}

  /** The same request was answered before. */
  record Answered(Answer answer) implements Claim {}

  /** The key belongs to another request. */
  record Foreign() implements Claim {}
}
