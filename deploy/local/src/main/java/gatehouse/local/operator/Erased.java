package gatehouse.local.operator;

/** What came of an order to erase. */
public sealed interface Erased {
  /**
   * Salts and bodies are gone; the proofs stay.
   *
   * @param order id of the entry that says who ordered it and why
   * @param left entries from before there were salts, which stay
   */
  record Done(String order, long entries, long left) implements Erased {}

  /** The service has no entry of that subject, or it is erased already. */
  record NothingThere() implements Erased {}

  /** The order was given and no answer came: it may be carried out, still or already, or not. */
  record Unknown() implements Erased {}

  /**
   * Nothing was erased.
   *
   * @param why in the service's words
   * @param next what to do about it, in the service's words
   */
  record Refused(String why, String next) implements Erased {}
}
