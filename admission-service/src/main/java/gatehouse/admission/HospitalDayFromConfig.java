package gatehouse.admission;

import gatehouse.admission.calendar.HospitalDay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the hospital's time zone from the configuration. */
@Singleton
final class HospitalDayFromConfig {
  @Produces
  @Singleton
  HospitalDay hospitalDay(
      Clock clock, @ConfigProperty(name = "admission.hospital.zone") ZoneId zone) {
    return new HospitalDay(clock, zone);
  }
}
