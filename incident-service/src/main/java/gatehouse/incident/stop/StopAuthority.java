package gatehouse.incident.stop;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.duty.Person;
import gatehouse.incident.duty.Roles;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may stop what: the hospital's list, a set of roles for each scope, and of those who may stop
 * an application of their own department. In doubt the answer is yes: a stop too many costs work, a
 * stop refused may cost a patient (ADR 0401).
 */
@Singleton
@Clause("G-51")
public class StopAuthority {
  private static final String OWN_DEPARTMENT = "own-department";

  private final Map<StopScope.Kind, NavigableSet<String>> wide =
      new EnumMap<>(StopScope.Kind.class);
  private final NavigableSet<String> ownDepartment;

  /**
   * Reads the list.
   *
   * @param listed roles by scope in lower case, and by {@code own-department}; comma-separated
   * @throws IllegalArgumentException if a scope has nobody, or a role cannot reach the endpoint:
   *     nothing starts with a list by which something could not be stopped
   */
  public StopAuthority(
      @ConfigProperty(name = "incident.stop.authority") Map<String, String> listed) {
    for (StopScope.Kind kind : StopScope.Kind.values()) {
      wide.put(kind, roles(listed, kind.name().toLowerCase(Locale.ROOT)));
    }
    this.ownDepartment = roles(listed, OWN_DEPARTMENT);
  }

  private static NavigableSet<String> roles(Map<String, String> listed, String key) {
    NavigableSet<String> roles = new TreeSet<>();
    Arrays.stream(listed.getOrDefault(key, "").split(",", -1))
        .map(String::strip)
        .filter(role -> !role.isEmpty())
        .forEach(roles::add);
    String name = "incident.stop.authority." + key;
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(name + " names nobody; name at least one role");
    }
    if (!Roles.STOPPING.containsAll(roles)) {
      throw new IllegalArgumentException(
          name + " may name only these roles: " + new TreeSet<>(Roles.STOPPING));
    }
    return roles;
  }

  /** The roles that may stop any such scope. */
  public List<String> anyOf(StopScope.Kind kind) {
    return List.copyOf(wide.getOrDefault(kind, new TreeSet<>()));
  }

  /** The roles that may stop an application of their own department. */
  public List<String> ownDepartment() {
    return List.copyOf(ownDepartment);
  }

  /**
   * Whether the person may.
   *
   * @param named the applications that the scope names, as far as we know them
   */
  boolean allows(Person person, StopScope scope, List<KnownApplication> named) {
    return person.holdsAnyOf(anyOf(scope.kind()))
        || (person.holdsAnyOf(ownDepartment)
            && scope.kind() == StopScope.Kind.APPLICATION
            && (named.isEmpty() || named.stream().anyMatch(each -> maybeOwn(person, each))));
  }

  private static boolean maybeOwn(Person person, KnownApplication application) {
    return person.department() == null
        || application.department() == null
        || person.department().equalsIgnoreCase(application.department());
  }
}
