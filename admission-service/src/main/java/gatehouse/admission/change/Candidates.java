package gatehouse.admission.change;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.person.Person;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.product.Products;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which version may be proposed to follow on which application, and by whom. */
@ApplicationScoped
class Candidates {
  private final Applications applications;
  private final LeadApplication lead;
  private final Products products;

  Candidates(Applications applications, LeadApplication lead, Products products) {
    this.applications = applications;
    this.lead = lead;
    this.products = products;
  }

  record Candidate(Application application, ProductVersion version) {}

  /** The application under its row's lock, and another version of its product. */
  Outcome<Candidate> candidate(String code, UUID versionId, Person by) {
    Application application = applications.locked(code).orElse(null);
    if (application == null) {
      return Outcome.refused(Refusal.APPLICATION_UNKNOWN);
    }
    if (!application.identity().department().equals(by.department())) {
      return Outcome.refused(Refusal.NOT_OWN_DEPARTMENT);
    }
    List<Refusal> unused = lead.notInUse(application);
    if (!unused.isEmpty()) {
      return new Outcome.Refused<>(unused);
    }
    ProductVersion version = products.version(versionId).orElse(null);
    if (version == null) {
      return Outcome.refused(Refusal.VERSION_UNKNOWN);
    }
    ProductVersion present = products.version(application.identity().versionId()).orElseThrow();
    if (!version.product().equals(present.product())) {
      return Outcome.refused(Refusal.VERSION_OF_OTHER_PRODUCT);
    }
    return version.digest().equals(present.digest())
        ? Outcome.refused(Refusal.VERSION_ALREADY_JUDGED)
        : Outcome.done(new Candidate(application, version));
  }
}
