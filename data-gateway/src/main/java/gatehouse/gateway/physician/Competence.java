package gatehouse.gateway.physician;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Missing;
import gatehouse.gateway.standing.OwnerAnswer.UnknownApplication;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.gateway.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Whether somebody may take an application's words for good: admission keeps the register of
 * trainings and of windows without AI, and whoever cannot be asked about denies.
 */
@ApplicationScoped
@Clause({"G-59", "G-60"})
public class Competence {
  /** Admission's word for a missing training. */
  private static final String NOT_TRAINED = "NOT_TRAINED";

  private final Standings standings;

  public Competence(Standings standings) {
    this.standings = standings;
  }

  /** Every reason against it; empty when there is none. */
  public List<Refusal> objections(String application, String user) {
    return switch (standings.ask(new StandingQuestion(application, null, user, null))) {
      case Answered<Standing>(Standing standing) ->
          standing.training().passed() ? List.of() : Refusal.of(standing.training().reasons());
      case UnknownApplication<Standing> _ -> List.of(Refusal.of(Code.APPLICATION_UNKNOWN));
      case Missing<Standing> missing -> List.of(Refusal.silence(missing.cause()));
    };
  }

  /**
   * Every reason against seeing the application's words at all. A missing training is none: who was
   * never trained may still read an answer, and reject it.
   */
  public List<Refusal> objectionsToSeeing(String application, String user) {
    return objections(application, user).stream()
        .filter(reason -> !reason.code().equals(NOT_TRAINED))
        .toList();
  }
}
