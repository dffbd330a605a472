package gatehouse.journal;

import java.util.Objects;

/**
 * Who did it, without saying who: the role that allowed the act and the pseudonym of the person or
 * machine.
 */
public record Actor(String role, String idHash) {

  public Actor {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(idHash, "idHash");
  }
}
