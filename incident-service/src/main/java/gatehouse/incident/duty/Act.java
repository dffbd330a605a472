package gatehouse.incident.duty;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody does something now.
 *
 * @param role the role that allows it
 */
public record Act(Person by, String role, Instant at) {
  public Act {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(at, "at");
  }

  /** What stays of the act in a record that must prove who signed. */
  public Signature signature() {
    return new Signature(by.subject(), at);
  }

  /** The same act of somebody whom nobody can name, not even we. */
  public Act unnamed() {
    return new Act(Person.UNNAMED, Person.UNNAMED_ROLE, at);
  }
}
