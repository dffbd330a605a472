package gatehouse.gateway.block;

/** How a request about a case ended. */
public sealed interface CaseResult {
  record Done(BlockCase handled) implements CaseResult {}

  /** No such block, or nobody triaged it yet. */
  record Unknown() implements CaseResult {}

  /** The case has a verdict already, or its state has no such exit. */
  record WrongState() implements CaseResult {}

  /** Only a false positive leads to a rule change. */
  record NoFalsePositive() implements CaseResult {}

  /** Whoever gave the verdict does not release the change of the rule. */
  record SecondPersonNeeded() implements CaseResult {}
}
