package gatehouse.admission.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Now, and today as the hospital's wall calendar says: certificates, approvals and training run out
 * at the hospital's midnight, not at Greenwich's.
 */
public record HospitalDay(Clock clock, ZoneId zone) {
  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** When today ends: what is valid by date is looked at anew then. */
  public Instant midnight() {
    return today().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
