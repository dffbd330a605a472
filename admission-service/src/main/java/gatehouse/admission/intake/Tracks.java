package gatehouse.admission.intake;

import gatehouse.admission.application.Application;
import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.Cases;
import gatehouse.admission.evaluation.LeadCase;
import gatehouse.admission.evaluation.OpenCase;
import gatehouse.admission.filing.Filing;
import gatehouse.admission.filing.FilingState;
import gatehouse.admission.filing.Filings;
import gatehouse.admission.filing.LeadFiling;
import gatehouse.admission.filing.OpenFiling;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The two tracks: filing for LOW, evaluation for everything above. There is no third way in. */
@ApplicationScoped
public class Tracks {
  private final OpenCase openCase;
  private final OpenFiling openFiling;
  private final Running running;

  Tracks(OpenCase openCase, OpenFiling openFiling, Running running) {
    this.openCase = openCase;
    this.openFiling = openFiling;
    this.running = running;
  }

  /** Opens the track of the application's tier under the id. */
  @Clause({"G-15", "G-17"})
  Outcome<UUID> open(Application application, UUID id) {
    return application.tier() == Tier.LOW
        ? openFiling.open(application, id).map(filing -> filing.id().value())
        : openCase.open(application, id).map(opened -> opened.id().value());
  }

  /** Leads what runs over to the new tier: within its track, or into the other one. */
  Outcome<UUID> follow(Application application, UUID id) {
    return running.follow(application).map(Outcome::done).orElseGet(() -> open(application, id));
  }

  /** What runs for an application at present. */
  @ApplicationScoped
  static class Running {
    private final Cases cases;
    private final LeadCase leadCase;
    private final Filings filings;
    private final LeadFiling leadFiling;

    Running(Cases cases, LeadCase leadCase, Filings filings, LeadFiling leadFiling) {
      this.cases = cases;
      this.leadCase = leadCase;
      this.filings = filings;
      this.leadFiling = leadFiling;
    }

    /** The case that goes on under the new tier; empty when a new track must be opened. */
    Optional<UUID> follow(Application application) {
      Tier tier = application.tier();
      filings
          .latestOf(application.id())
          .filter(filing -> filing.state() instanceof FilingState.Open)
          .map(Filing::id)
          .ifPresent(id -> leadFiling.step(id, (filing, _) -> filing.superseded()));
      Optional<AdmissionCase> open =
          cases.latestOf(application.id()).filter(found -> !found.over());
      if (open.isEmpty() || tier == null) {
        return Optional.empty();
      }
      if (tier == Tier.LOW) {
        leadCase.step(open.get().id(), (found, _) -> found.withdrawn());
        return Optional.empty();
      }
      leadCase.step(open.get().id(), (found, _) -> found.retiered(tier));
      return Optional.of(open.get().id().value());
    }
  }
}
