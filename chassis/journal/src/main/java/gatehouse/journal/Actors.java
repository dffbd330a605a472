package gatehouse.journal;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes an {@link Actor} of whoever sent the present request. */
@ApplicationScoped
public class Actors {

  private final SecurityIdentity identity;

  Actors(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The present person, in the role that allowed the act.
   *
   * @param allowing the roles that allow it, the most telling first
   * @throws IllegalStateException if the person has none of them
   */
  public Actor acting(String... allowing) {
    for (String role : allowing) {
      if (identity.hasRole(role)) {
        return new Actor(role, identity.getPrincipal().getName());
      }
    }
    throw new IllegalStateException("nobody with an allowing role is present");
  }
}
