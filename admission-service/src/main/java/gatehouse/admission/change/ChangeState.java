package gatehouse.admission.change;

/** The states of a change case; everything but UNDER_REVIEW is final. */
public enum ChangeState {
  /** Seats are asked; the old version stays admitted. */
  UNDER_REVIEW,
  /** The version follows; the old one is admitted no more. */
  PASSED,
  /** A seat rejected it; the old version stays. */
  REJECTED,
  /** MAJOR: only a new application can bring this version in; the old version stays. */
  NEEDS_NEW_ADMISSION,
  /** Taken back by its applicant before the last word; the old version stays. */
  WITHDRAWN
}
