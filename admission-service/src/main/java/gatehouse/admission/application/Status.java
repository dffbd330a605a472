package gatehouse.admission.application;

/** How an application reads at a moment, stops and dates considered. */
public enum Status {
  DRAFT,
  PROHIBITED,
  INACTIVE,
  READY_TO_ACTIVATE,
  ACTIVE,
  SUSPENDED,
  STOPPED,
  RETIRED
}
