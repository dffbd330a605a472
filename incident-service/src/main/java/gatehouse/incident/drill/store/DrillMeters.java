package gatehouse.incident.drill.store;

import gatehouse.incident.drill.DrillDuty;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts an overdue drill for those who are to be woken by it. */
@ApplicationScoped
class DrillMeters {
  private final DrillDuty duty;
  private final MeterRegistry meters;

  DrillMeters(DrillDuty duty, MeterRegistry meters) {
    this.duty = duty;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("incident.drill.overdue", duty, each -> each.standing().overdue() ? 1 : 0)
        .description("1 while no drill of the emergency stop has passed in time")
        .register(meters);
  }
}
