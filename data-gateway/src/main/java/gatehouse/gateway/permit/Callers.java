package gatehouse.gateway.permit;

import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, as the token says. */
@ApplicationScoped
public class Callers {
  /** Programs, which say for whom they ask. */
  private static final Set<String> MACHINES = Set.of("HIS_SYSTEM", "MODEL_CLIENT", "PERMIT_CLIENT");

  private static final String UNKNOWN = "unknown";

  private final CurrentPerson person;

  public Callers(CurrentPerson person) {
    this.person = person;
  }

  /**
   * The caller in the first of the roles that the token has.
   *
   * @throws IllegalStateException if it has none: the endpoint's annotation and its call differ
   */
  public Caller calling(String... roles) {
    for (String role : roles) {
      if (person.holds(role)) {
        String client = person.claim("azp");
        return new Caller(
            role, person.subject(), client == null ? UNKNOWN : client, person.claim("application"));
      }
    }
    throw new IllegalStateException("the endpoint's annotation and its roles differ");
  }

  /**
   * A person is always the user of the own call, under the staff number that the training register
   * holds, and nobody without one; only a system may name somebody. A login name would not do:
   * whoever is given an old one would be trained at once.
   */
  public @Nullable String user(Caller caller, @Nullable String named) {
    return MACHINES.contains(caller.role()) ? named : person.staffId();
  }

  /** The department where the application is used: as named, else that of the person's token. */
  public @Nullable String place(@Nullable String named) {
    return named == null ? person.claim("department") : named;
  }
}
