package gatehouse.admission.person;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one who acts, as the token says at this moment.
 *
 * @param subject the token's subject; the only thing that is ever stored of a person
 * @param department department code, null for people of no department
 * @param vendor unified social credit code of the vendor the client belongs to, null for staff
 */
public record Person(
    String subject, Set<Role> roles, @Nullable String department, @Nullable String vendor) {
  public Person {
    requireNonNull(subject);
    roles = Set.copyOf(roles);
  }

  public boolean holds(Role role) {
    return roles.contains(role);
  }

  public boolean holdsAny(Set<Role> wanted) {
    return wanted.stream().anyMatch(roles::contains);
  }
}
