package gatehouse.lease.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Everything about lending that an operator can set. */
@ConfigMapping(prefix = "gatehouse.lease")
public interface LeaseSettings {

  /** True in a service that owns facts. */
  @WithDefault("false")
  boolean lends();

  /** Time to live: the longest that a holder which is cut off goes on. */
  @WithDefault("PT1S")
  Duration ttl();

  /** What the owner waits on top, for clocks that do not run equally fast. */
  @WithDefault("PT0.050S")
  Duration margin();

  /** How long a request without news waits: so often a holder renews. */
  @WithDefault("PT0.300S")
  Duration hold();

  /** How often the owner looks for new facts. */
  @WithDefault("PT0.020S")
  Duration poll();

  /** A fact that is not enforced after so long is unconfirmed: somebody must look. */
  @WithDefault("PT10S")
  Duration unconfirmed();

  /** How often an instance that waits asks for the lock. */
  @WithDefault("PT0.500S")
  Duration takeover();
}
