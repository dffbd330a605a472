package gatehouse.admission.scenario;

import static java.util.Objects.requireNonNull;

/**
 * A clinical scenario of a department.
 *
 * @param code stable, lower-case words joined by hyphens
 * @param invasive whether acting in it is invasive: a fact that tiering takes over
 */
public record Scenario(
    String code,
    String department,
    String nameZh,
    String nameEn,
    Severity severity,
    boolean invasive,
    boolean emergency) {

  /** Severity of the diseases met in it. */
  public enum Severity {
    MINOR,
    SERIOUS,
    CRITICAL
  }

  public Scenario {
    requireNonNull(code);
    requireNonNull(department);
    requireNonNull(severity);
  }
}
