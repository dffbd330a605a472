package gatehouse.incident.incident;

/** Severity as Chinese hospitals grade it. */
public enum Level {
  /** Sentinel event (警讯事件). */
  I(4),
  /** Adverse consequence (不良后果事件). */
  II(3),
  /** Happened without consequence (未造成后果事件). */
  III(2),
  /** Hazard that has not happened yet (隐患事件). */
  IV(1);

  private final int gravity;

  Level(int gravity) {
    this.gravity = gravity;
  }

  public boolean isGraverThan(Level other) {
    return gravity > other.gravity;
  }
}
