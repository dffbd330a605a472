package gatehouse.admission.panel;

/** What a person says of its own interests when it is called to a seat (E-64). */
public enum Interests {
  /** None: the person takes the seat. */
  NONE,
  /** A conflict: the person is taken out of the case. */
  DECLARED
}
