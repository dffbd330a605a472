package gatehouse.admission.person.rest;

import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.person.SignedIn;
import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Reads the person from the token; roles that have no say here are left out. */
@ApplicationScoped
class TokenSignedIn implements SignedIn {
  private final CurrentPerson current;

  TokenSignedIn(CurrentPerson current) {
    this.current = current;
  }

  @Override
  public Person person() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> current.roles().contains(role.name()))
        .forEach(roles::add);
    return new Person(
        current.subject(), roles, current.claim("department"), current.claim("vendor"));
  }
}
