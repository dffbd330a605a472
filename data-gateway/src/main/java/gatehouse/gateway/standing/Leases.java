package gatehouse.gateway.standing;

import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.lease.Grant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The owners, asked for leases. */
public interface Leases {
  /**
   * Asks for a lease or for more of it; waits until the owner has news or lets the lease live on.
   *
   * @param epoch of the lease that is held, or null
   * @param applied the version up to which its facts are applied, or null
   * @throws RuntimeException if the owner lends nothing
   */
  Grant renew(Owner owner, @Nullable UUID epoch, @Nullable Long applied);
}
