package gatehouse.lease.owner;

import gatehouse.duty.SoleLoop;
import gatehouse.web.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** On what terms leases are lent. */
@Singleton
final class Terms {
  private final LeaseSettings settings;
  private final Ids ids;
  private final InstantSource time;

  Terms(LeaseSettings settings, Ids ids, InstantSource time) {
    this.settings = settings;
    this.ids = ids;
    this.time = time;
  }

  LeaseSettings settings() {
    return settings;
  }

  Ids ids() {
    return ids;
  }

  LeaseDesk desk() {
    return new LeaseDesk(settings.hold(), time);
  }

  SoleLoop.Rhythm rhythm(int lock) {
    return new SoleLoop.Rhythm("lease-owner", lock, settings.poll(), settings.takeover());
  }

  /** As long as the owner reckons with a lease. */
  Duration life() {
    return settings.ttl().plus(settings.margin());
  }
}
