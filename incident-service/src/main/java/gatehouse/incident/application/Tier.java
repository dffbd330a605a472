package gatehouse.incident.application;

/** Risk tier of an application (G-08). */
public enum Tier {
  LOW,
  MEDIUM,
  HIGH
}
