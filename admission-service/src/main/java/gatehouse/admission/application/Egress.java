package gatehouse.admission.application;

/** What may leave for a public cloud: nothing, or what is verified to be de-identified (G-44). */
public enum Egress {
  NONE,
  DEIDENTIFIED
}
