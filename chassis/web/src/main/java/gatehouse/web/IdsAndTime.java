package gatehouse.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place that asks the machine for ids and for the time. */
final class IdsAndTime {

  @Produces
  @Singleton
  Ids ids() {
    return UuidCreator::getTimeOrderedEpochPlus1;
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
