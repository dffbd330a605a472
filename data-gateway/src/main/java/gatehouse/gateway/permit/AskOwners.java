package gatehouse.gateway.permit;

import gatehouse.gateway.kept.KeptConsents;
import gatehouse.gateway.kept.KeptStandings;
import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Cause;
import gatehouse.gateway.standing.OwnerAnswer.Missing;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.web.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the owners say: from memory while their leases live, else asked within one budget for the
 * whole call (120 ms unless configured otherwise, ADR 0543). Without a lease nobody is asked: an
 * answer would permit nothing.
 */
@ApplicationScoped
public class AskOwners {
  private final OwnerLeases leases;
  private final KeptStandings standings;
  private final KeptConsents consents;
  private final Duration budget;
  private final Timer asking;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public AskOwners(
      OwnerLeases leases,
      KeptStandings standings,
      KeptConsents consents,
      @ConfigProperty(name = "gatehouse.permit.budget") Duration budget,
      MeterRegistry meters) {
    this.leases = leases;
    this.standings = standings;
    this.consents = consents;
    this.budget = budget;
    this.asking = meters.timer("gatehouse.permit.owners");
  }

  /** Starts the budget of one call. */
  Round begin() {
    return new Round(System.nanoTime());
  }

  /** Whether this owner's facts count now. */
  boolean hears(Owner owner) {
    return leases.isLive(owner);
  }

  /** The questions of one call. */
  final class Round {
    private final long startedAt;
    private final String requestId = RequestId.current();

    private Round(long startedAt) {
      this.startedAt = startedAt;
    }

    OwnerAnswer<Standing> standing(StandingQuestion question) {
      if (!hears(Owner.ADMISSION)) {
        return new Missing<>(Owner.ADMISSION, Cause.UNREACHABLE);
      }
      return standings
          .find(question)
          .<OwnerAnswer<Standing>>map(Answered::new)
          .orElseGet(() -> await(() -> standings.ask(question), Owner.ADMISSION));
    }

    OwnerAnswer<ConsentAnswer> consent(ConsentQuestion question) {
      if (!hears(Owner.CONSENT)) {
        return new Missing<>(Owner.CONSENT, Cause.UNREACHABLE);
      }
      return consents
          .find(question)
          .<OwnerAnswer<ConsentAnswer>>map(Answered::new)
          .orElseGet(() -> await(() -> consents.ask(question), Owner.CONSENT));
    }

    /** Ends the round and notes how long it took. */
    void end() {
      asking.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
    }

    private <T> OwnerAnswer<T> await(Callable<OwnerAnswer<T>> question, Owner owner) {
      Future<OwnerAnswer<T>> answer =
          threads.submit(() -> {
            RequestId.set(requestId);
            return question.call();
          });
      long left = budget.toNanos() - (System.nanoTime() - startedAt);
      try {
        return answer.get(Math.max(0, left), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        answer.cancel(true);
        return new Missing<>(owner, Cause.TIMEOUT);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return new Missing<>(owner, Cause.TIMEOUT);
      } catch (ExecutionException _) {
        return new Missing<>(owner, Cause.UNREADABLE);
      }
    }
  }
}
