package gatehouse.admission.evaluation;

import gatehouse.admission.application.Application;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Opens a case on the strict track for an application that was tiered MEDIUM or HIGH. */
@ApplicationScoped
public class OpenCase {
  private final Cases cases;
  private final CaseEvents events;

  OpenCase(Cases cases, CaseEvents events) {
    this.cases = cases;
    this.events = events;
  }

  /** A case that ended is cited, never reopened (G-23); one that runs is not overtaken. */
  @Transactional
  @Clause({"G-17", "G-23"})
  public Outcome<AdmissionCase> open(Application application, UUID id) {
    Tier tier = application.tier();
    if (tier == null) {
      return Outcome.refused(Refusal.TIER_MISSING);
    }
    Optional<AdmissionCase> before = cases.latestOf(application.id());
    if (before.filter(earlier -> !earlier.over()).isPresent()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    CaseId predecessor = before.map(AdmissionCase::id).orElse(null);
    Subject subject =
        new Subject(
            application.id(),
            application.identity().code(),
            application.identity().vendor(),
            application.identity().digest(),
            application.identity().scenario(),
            application.identity().department(),
            application.identity().requestedBy(),
            tier,
            application.declaration().requestedEgress(),
            application.declaration().failover() != null,
            predecessor);
    return AdmissionCase.opened(new CaseId(id), subject).map(this::kept);
  }

  private AdmissionCase kept(CaseChange opened) {
    cases.add(opened.admissionCase());
    events.happened(opened);
    return opened.admissionCase();
  }
}
