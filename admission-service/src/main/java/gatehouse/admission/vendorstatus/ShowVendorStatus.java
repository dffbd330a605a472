package gatehouse.admission.vendorstatus;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.CaseState;
import gatehouse.admission.evaluation.Cases;
import gatehouse.admission.filing.Filing;
import gatehouse.admission.filing.Filings;
import gatehouse.admission.panel.Round;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a vendor how its own products stand; a person of no vendor sees none. */
@ApplicationScoped
public class ShowVendorStatus {
  private final Applications applications;
  private final LeadApplication lead;
  private final Cases cases;
  private final Filings filings;
  private final HospitalDay day;

  ShowVendorStatus(
      Applications applications,
      LeadApplication lead,
      Cases cases,
      Filings filings,
      HospitalDay day) {
    this.applications = applications;
    this.lead = lead;
    this.cases = cases;
    this.filings = filings;
    this.day = day;
  }

  public List<ProductStatus> of(Person vendor) {
    return vendor.vendor() == null
        ? List.of()
        : applications.ofVendor(vendor.vendor()).stream().map(this::statusOf).toList();
  }

  private ProductStatus statusOf(Application application) {
    Application.Seen seen = lead.seen(application);
    AdmissionCase latest = cases.latestOf(application.id()).orElse(null);
    Filing filing = filings.latestOf(application.id()).orElse(null);
    return new ProductStatus(
        application,
        seen.status(),
        seen.causes(),
        stageOf(latest, filing),
        missingOf(latest),
        deadlineOf(application, latest),
        latest != null && latest.state() instanceof CaseState.Vetoed vetoed
            ? vetoed.veto().releasedReason()
            : null);
  }

  /** The strict track comes after the filing where both exist. */
  private static @Nullable String stageOf(@Nullable AdmissionCase latest, @Nullable Filing filing) {
    if (latest != null) {
      return latest.state().getClass().getSimpleName();
    }
    return filing == null ? null : filing.state().getClass().getSimpleName();
  }

  private List<Refusal> missingOf(@Nullable AdmissionCase latest) {
    return latest == null || latest.over() ? List.of() : latest.gapsOn(day.today());
  }

  private @Nullable Instant deadlineOf(Application application, @Nullable AdmissionCase latest) {
    if (latest != null && latest.rounds().current().isPresent()) {
      return latest.rounds().current().map(Round::closesAt).orElseThrow();
    }
    Grant grant = application.grant();
    Certificate certificate = grant == null ? null : grant.certificate();
    return certificate == null
        ? null
        : certificate.expires().plusDays(1).atStartOfDay(day.zone()).toInstant();
  }
}
