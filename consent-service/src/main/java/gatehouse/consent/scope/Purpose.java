package gatehouse.consent.scope;

import gatehouse.clauses.Clause;
import java.util.Arrays;
import java.util.Optional;

/**
 * The closed list of what patients' data may serve. What does not stand here, commercial use first
 * of all, is forbidden and no consent can allow it.
 */
@Clause("E-24")
public enum Purpose {
  /** This person's own care. */
  CARE,
  /** The quality and safety of the hospital's care. */
  QUALITY,
  /** Public-health duties that the law lays on the hospital. */
  PUBLIC_HEALTH,
  /** Scientific research. */
  RESEARCH;

  /** The purpose of that code, or nothing when it is not a permitted one. */
  public static Optional<Purpose> permitted(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.name().equals(code)).findFirst();
  }
}
