package gatehouse.local.blueprint;

/** Looks whether a part is ready to serve. */
@FunctionalInterface
public interface Probe {
  /** Whether it is, now; trouble of any kind means no. */
  boolean passes();
}
