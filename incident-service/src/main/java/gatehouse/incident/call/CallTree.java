package gatehouse.incident.call;

import gatehouse.incident.duty.Roles;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom the hospital calls when a stop is not confirmed: roles, in their order. */
@Singleton
public class CallTree {
  private final List<String> roles;
  private final Duration every;

  /**
   * Reads what is set.
   *
   * @param roles whom to call, the first first
   * @param every so long one role is waited for before the next is called
   * @throws IllegalArgumentException if nobody is to be called, or the time is not positive
   */
  public CallTree(
      @ConfigProperty(name = "incident.stop.call-tree") List<String> roles,
      @ConfigProperty(name = "incident.stop.call-every") Duration every) {
    if (roles.isEmpty() || roles.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "incident.stop.call-tree names nobody; name roles such as " + Roles.DUTY_MANAGER);
    }
    if (!every.isPositive()) {
      throw new IllegalArgumentException("incident.stop.call-every must be more than nothing");
    }
    this.roles = roles.stream().map(String::strip).toList();
    this.every = every;
  }

  /**
   * Everybody who is to have been called by now for a stop that is unconfirmed: the first at once.
   *
   * @param since when it was issued
   */
  List<String> due(Instant since, Instant now) {
    long passed = Duration.between(since, now).dividedBy(every);
    return roles.subList(0, Math.clamp(passed + 1, 0, roles.size()));
  }
}
