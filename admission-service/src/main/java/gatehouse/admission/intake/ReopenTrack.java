package gatehouse.admission.intake;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationState;
import gatehouse.admission.application.Applications;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** After a case or filing that ended: a new one that cites it. The ended one is never reopened. */
@ApplicationScoped
public class ReopenTrack {
  private final Applications applications;
  private final Tracks tracks;

  ReopenTrack(Applications applications, Tracks tracks) {
    this.applications = applications;
    this.tracks = tracks;
  }

  @Transactional
  @Clause("G-23")
  public Outcome<UUID> reopen(String code, Person by, UUID trackId) {
    Application application = applications.locked(code).orElse(null);
    if (application == null) {
      return Outcome.refused(Refusal.APPLICATION_UNKNOWN);
    }
    if (!application.identity().requestedBy().equals(by.subject())) {
      return Outcome.refused(Refusal.NOT_THE_REQUESTER);
    }
    return application.state() instanceof ApplicationState.Inactive
        ? tracks.open(application, trackId)
        : Outcome.refused(Refusal.WRONG_STATE);
  }
}
