package gatehouse.admission.register;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.application.Failover;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.application.Text;
import gatehouse.admission.product.Products;
import gatehouse.admission.product.Vendor;
import gatehouse.admission.scenario.Scenarios;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Everything that was let in, for everybody to read (G-14, E-14). */
@ApplicationScoped
public class PublishRegister {
  private final Applications applications;
  private final LeadApplication lead;
  private final Products products;
  private final Scenarios scenarios;

  PublishRegister(
      Applications applications, LeadApplication lead, Products products, Scenarios scenarios) {
    this.applications = applications;
    this.lead = lead;
    this.products = products;
    this.scenarios = scenarios;
  }

  @Clause({"G-14", "E-14"})
  public List<RegisterEntry> entries() {
    return applications.all().stream().flatMap(this::entry).toList();
  }

  private Stream<RegisterEntry> entry(Application application) {
    Grant grant = application.grant();
    if (grant == null) {
      return Stream.empty();
    }
    Failover plan = application.declaration().failover();
    boolean filed = grant.track() == Grant.Track.FILED;
    return Stream.of(
        new RegisterEntry(
            application.identity().code(),
            application.identity().product(),
            application.identity().version(),
            products.vendor(application.identity().vendor()).map(Vendor::name).orElseThrow(),
            scenarios
                .find(application.identity().scenario())
                .map(scenario -> new Text(scenario.nameZh(), scenario.nameEn()))
                .orElseThrow(),
            application.identity().department(),
            grant.tier(),
            lead.seen(application).status(),
            grant.track(),
            filed ? grant.basis() : null,
            filed ? application.declaration().access() : null,
            plan == null ? null : plan.manualRoute(),
            grant.grantedAt()));
  }
}
