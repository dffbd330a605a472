package gatehouse.admission.tiering;

/** Risk tier of an application, weakest first (G-08). */
public enum Tier {
  LOW,
  MEDIUM,
  HIGH;

  public boolean below(Tier other) {
    return compareTo(other) < 0;
  }

  public boolean above(Tier other) {
    return compareTo(other) > 0;
  }

  public Tier orHigher(Tier other) {
    return below(other) ? other : this;
  }
}
