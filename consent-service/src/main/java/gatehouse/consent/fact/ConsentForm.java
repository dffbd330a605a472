package gatehouse.consent.fact;

/** How a consent was given. */
public enum ConsentForm {
  /** On paper, with a scan. */
  WRITTEN,
  /** With an electronic signature. */
  ELECTRONIC,
  /** By word of mouth, recorded, the recording verified by a second person. */
  ORAL
}
