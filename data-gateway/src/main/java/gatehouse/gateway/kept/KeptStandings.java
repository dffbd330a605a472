package gatehouse.gateway.kept;

import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.gateway.standing.Standings;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Standings in which admission and training passed; users are remembered by their references. */
@ApplicationScoped
public class KeptStandings {
  private static final String USER = "user";

  private final Standings standings;
  private final Pseudonyms pseudonyms;
  private final Kept<StandingQuestion, Standing> kept;

  public KeptStandings(
      Standings standings,
      OwnerLeases leases,
      Pseudonyms pseudonyms,
      Clock clock,
      @ConfigProperty(name = "gatehouse.permit.keep") Duration longest) {
    this.standings = standings;
    this.pseudonyms = pseudonyms;
    this.kept = new Kept<>(clock, System::nanoTime, longest);
    leases.onForgetting((owner, grant) -> {
      if (owner == Owner.ADMISSION) {
        kept.apply(grant);
      }
    });
  }

  /** What memory holds; the caller makes sure that the lease lives. */
  public Optional<Standing> find(StandingQuestion question) {
    return kept.find(remembered(question));
  }

  /** Asks admission, and keeps a yes. */
  public OwnerAnswer<Standing> ask(StandingQuestion question) {
    long mark = kept.mark();
    OwnerAnswer<Standing> answer = standings.ask(question);
    if (answer instanceof Answered<Standing>(Standing standing)
        && standing.passed()
        && standing.validUntil() != null) {
      Concern concern =
          new Concern(
              question.application(), standing.application(), null, userOf(question.user()));
      kept.keep(remembered(question), standing, concern, standing.validUntil(), mark);
    }
    return answer;
  }

  private StandingQuestion remembered(StandingQuestion question) {
    return new StandingQuestion(
        question.application(),
        question.productDigest(),
        userOf(question.user()),
        question.place());
  }

  /** The reference under which admission speaks of a user. */
  public @Nullable String userOf(@Nullable String user) {
    return user == null ? null : pseudonyms.of(USER, user).value();
  }
}
