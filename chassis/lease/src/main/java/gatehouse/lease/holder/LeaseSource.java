package gatehouse.lease.holder;

import gatehouse.lease.Grant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way to the owner. */
@FunctionalInterface
public interface LeaseSource {
  /**
   * Asks for a lease and waits for the answer.
   *
   * @param epoch of the lease held, or null
   * @param applied the version applied, or null
   * @throws RuntimeException if there is no lease to be had now
   */
  Grant renew(@Nullable UUID epoch, @Nullable Long applied);
}
