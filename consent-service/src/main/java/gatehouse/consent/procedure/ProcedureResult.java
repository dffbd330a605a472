package gatehouse.consent.procedure;

/** What came of a word about a step. */
public sealed interface ProcedureResult {

  /** It is kept, or was already. */
  record Kept(Procedure procedure) implements ProcedureResult {}

  /** There is no such withdrawal. */
  record Unknown() implements ProcedureResult {}

  /** Another step comes first, or it is over. */
  record NotNow(Standing standing) implements ProcedureResult {}

  /** No system of that name is registered. */
  record UnknownHolder() implements ProcedureResult {}

  /** Neither proof nor law. */
  record Groundless() implements ProcedureResult {}
}
