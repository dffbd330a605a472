package gatehouse.incident.duty;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person or a machine on duty.
 *
 * @param subject the issuer's stable id; two acts are by two persons exactly when these differ
 * @param roles realm roles
 * @param department department code of the token, or null when it names none
 */
public record Person(String subject, Set<String> roles, @Nullable String department) {
  /** Stands where a report shall not tell who made it. */
  static final Person UNNAMED = new Person("unnamed", Set.of(), null);

  /** The role of {@link #UNNAMED}: on duty, and nothing that narrows it down. */
  static final String UNNAMED_ROLE = "ON_DUTY";

  public Person {
    Objects.requireNonNull(subject, "subject");
    roles = Set.copyOf(roles);
  }

  public boolean holdsAnyOf(Collection<String> wanted) {
    return wanted.stream().anyMatch(roles::contains);
  }
}
