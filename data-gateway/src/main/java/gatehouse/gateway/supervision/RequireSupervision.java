package gatehouse.gateway.supervision;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.EvaluatePermit;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * An application whose operations are of high risk, as admission found, runs only while a physician
 * watches that encounter. A device asks again all the time and is denied when the heartbeat is
 * lost; a call that runs through this gateway ends with it.
 */
@ApplicationScoped
@Clause("G-31")
class RequireSupervision implements EvaluatePermit.Condition {
  private static final String HEARTBEAT = "SUPERVISOR_HEARTBEAT";

  private final Watchers watchers;
  private final Pseudonyms pseudonyms;

  RequireSupervision(Watchers watchers, Pseudonyms pseudonyms) {
    this.watchers = watchers;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public List<Refusal> objections(PermitQuestion question) {
    String encounter = question.encounter();
    boolean watched =
        encounter != null
            && watchers.watch(
                question.application(), pseudonyms.of("encounter", encounter).value());
    return watched ? List.of() : List.of(inDoubt());
  }

  @Override
  public List<String> obligations(ApplicationFacts application) {
    return switch (application.supervision()) {
      case REQUIRED -> List.of(HEARTBEAT);
      case NONE -> List.of();
    };
  }

  @Override
  public Refusal inDoubt() {
    return Refusal.of(Code.SUPERVISOR_REQUIRED);
  }

  /** Asks in a transaction of its own, and only where somebody has to watch. */
  @ApplicationScoped
  static class Watchers {
    private final Supervisions supervisions;
    private final Clock clock;
    private final Duration window;

    Watchers(
        Supervisions supervisions,
        Clock clock,
        @ConfigProperty(name = "gatehouse.supervision.heartbeat") Duration window) {
      this.supervisions = supervisions;
      this.clock = clock;
      this.window = window;
    }

    /** Whether a live supervision of this application and encounter is open. */
    @Transactional
    boolean watch(String application, String encounterRef) {
      return supervisions.open(application, encounterRef).stream()
          .anyMatch(it -> it.isLive(clock.instant(), window));
    }
  }
}
