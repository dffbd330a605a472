package gatehouse.consent.procedure;

/**
 * The steps of the set procedure, in their order; each one's time runs from the end of the last.
 */
public enum Step {
  /** No gateway can use the data any more: said by their leases, not by a person. */
  ENFORCE,
  /** Every other system that holds data of the person has said that it knows. */
  ACKNOWLEDGE,
  /** The data that are there are treated as the person wishes, or kept because a law says so. */
  DISPOSE,
  /** The person is told what was done. */
  CONFIRM
}
