package gatehouse.gateway.supervision;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.DecidePermit;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A device that acts on patients gets a permit only while a physician watches that encounter. A
 * permit ends within its own short life; asking again without a live supervisor is denied, and so a
 * lost heartbeat ends the run.
 */
@ApplicationScoped
@Clause("G-31")
class RequireSupervision implements DecidePermit.Condition {
  private static final String HEARTBEAT = "SUPERVISOR_HEARTBEAT";

  private final Supervisions supervisions;
  private final Pseudonyms pseudonyms;
  private final Clock clock;
  private final Duration window;
  private final Set<String> supervised;

  RequireSupervision(
      Supervisions supervisions,
      Pseudonyms pseudonyms,
      Clock clock,
      @ConfigProperty(name = "gatehouse.supervision.heartbeat") Duration window,
      @ConfigProperty(name = "gatehouse.supervision.applications")
          Optional<Set<String>> supervised) {
    this.supervisions = supervisions;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.window = window;
    this.supervised = Set.copyOf(supervised.orElse(Set.of()));
  }

  @Override
  @Transactional
  public List<Refusal> objections(PermitQuestion question) {
    if (!supervised.contains(question.application())) {
      return List.of();
    }
    boolean watched =
        question.encounter() != null
            && supervisions
                .open(
                    question.application(),
                    pseudonyms.of("encounter", question.encounter()).value())
                .stream()
                .anyMatch(it -> it.isLive(clock.instant(), window));
    return watched ? List.of() : List.of(Refusal.of(Code.SUPERVISOR_REQUIRED));
  }

  @Override
  public List<String> obligations(String application) {
    return supervised.contains(application) ? List.of(HEARTBEAT) : List.of();
  }
}
