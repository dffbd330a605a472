package gatehouse.deid.batch;

import gatehouse.deid.Deidentified;

/** What becomes of one JSON line. */
public sealed interface LineAnswer {
  /**
   * The line was treated.
   *
   * @param json {@code {"id","output","findings"}} in one line; a text that the policy refuses has
   *     an empty output and {@code "refused":true}
   * @param result the same as an object
   */
  record Answered(String json, Deidentified result) implements LineAnswer {}

  /**
   * The line cannot be read; nothing of it may pass.
   *
   * @param why says what is wrong and never quotes the line
   */
  record Unreadable(String why) implements LineAnswer {}
}
