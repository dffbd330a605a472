package gatehouse.incident.stop;

import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.duty.Person;
import gatehouse.incident.duty.Roles;
import java.util.List;
import java.util.Set;

/**
 * Who may stop what. In doubt the answer is yes: a stop too many costs work, a stop refused may
 * cost a patient (ADR 0401).
 */
final class StopAuthority {
  /** May stop anything. */
  static final Set<String> WIDE =
      Set.of(
          Roles.DUTY_MANAGER,
          Roles.MEDICAL_AFFAIRS,
          Roles.SEAT_INFO_CENTRE,
          Roles.SEAT_ETHICS,
          Roles.ETHICS_SECRETARY,
          Roles.ETHICS_CHAIR);

  private StopAuthority() {}

  /**
   * @param named the applications that the scope names, as far as we know them
   */
  static boolean allows(Person person, StopScope scope, List<KnownApplication> named) {
    return person.holdsAnyOf(WIDE)
        || (person.holdsAnyOf(Roles.CLINICIANS)
            && scope.kind() == StopScope.Kind.APPLICATION
            && (named.isEmpty() || named.stream().anyMatch(each -> maybeOwn(person, each))));
  }

  private static boolean maybeOwn(Person person, KnownApplication application) {
    return person.department() == null
        || application.department() == null
        || person.department().equalsIgnoreCase(application.department());
  }
}
