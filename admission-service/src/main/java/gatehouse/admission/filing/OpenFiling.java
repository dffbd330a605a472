package gatehouse.admission.filing;

import gatehouse.admission.application.Application;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens the filing of a LOW application that stays reachable for everybody. */
@ApplicationScoped
public class OpenFiling {
  private final Filings filings;
  private final FilingEvents events;

  OpenFiling(Filings filings, FilingEvents events) {
    this.filings = filings;
    this.events = events;
  }

  @Transactional
  @Clause({"G-14", "G-15", "G-17"})
  public Outcome<Filing> open(Application application, UUID id) {
    if (application.tier() != Tier.LOW) {
      return Outcome.refused(Refusal.WRONG_TRACK);
    }
    if (application.declaration().access() == null) {
      return Outcome.refused(Refusal.HUMAN_CHANNEL_MISSING);
    }
    if (filings
        .latestOf(application.id())
        .filter(earlier -> earlier.state() instanceof FilingState.Open)
        .isPresent()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    Filing filing =
        new Filing(
            new FilingId(id),
            application.id(),
            application.identity().code(),
            application.identity().digest(),
            application.identity().requestedBy(),
            Map.of(),
            null,
            new FilingState.Open(),
            1);
    filings.add(filing);
    events.happened(new Filing.Change(filing, List.of(new FilingEvent.FilingOpened())));
    return Outcome.done(filing);
  }
}
