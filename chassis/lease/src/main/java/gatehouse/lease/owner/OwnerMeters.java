package gatehouse.lease.owner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many holders there are; two gateways of which one is missing here are worth a look. */
@ApplicationScoped
class OwnerMeters {
  private final MeterRegistry meters;
  private final LeaseSettings settings;
  private final LendLeases lend;

  OwnerMeters(MeterRegistry meters, LeaseSettings settings, LendLeases lend) {
    this.meters = meters;
    this.settings = settings;
    this.lend = lend;
  }

  void register(@Observes StartupEvent event) {
    if (settings.lends()) {
      Gauge.builder("gatehouse.lease.holders", lend, LendLeases::alive)
          .description("holders whose lease may be alive")
          .register(meters);
    }
  }
}
