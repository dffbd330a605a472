package gatehouse.admission.recovery;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.application.Status;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.stop.StopOrder;
import gatehouse.admission.stop.Stops;
import gatehouse.admission.tiering.Tier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a stop in force holds: the applications that would run, were it not for stops. */
@ApplicationScoped
class HeldApplications {
  private final Stops stops;
  private final Applications applications;
  private final LeadApplication lead;

  HeldApplications(Stops stops, Applications applications, LeadApplication lead) {
    this.stops = stops;
    this.applications = applications;
    this.lead = lead;
  }

  /** Refused when no such stop is known here as in force. */
  Outcome<List<Matter.Restart>> of(String stop) {
    return stops.inForce().stream()
        .filter(order -> order.stopId().equals(stop))
        .findFirst()
        .map(order -> Outcome.done(held(order)))
        .orElseGet(() -> Outcome.refused(Refusal.STOP_NOT_IN_FORCE));
  }

  private List<Matter.Restart> held(StopOrder order) {
    return applications.all().stream()
        .filter(each -> order.covers(each.identity().stopTarget(each.id())))
        .filter(each -> lead.seen(each).status() == Status.STOPPED)
        .map(HeldApplications::restart)
        .toList();
  }

  private static Matter.Restart restart(Application application) {
    Tier tier = application.tier();
    return new Matter.Restart(
        application.id(),
        application.identity().code(),
        tier == null ? Tier.HIGH : tier,
        application.identity().digest(),
        application.identity().requestedBy());
  }
}
