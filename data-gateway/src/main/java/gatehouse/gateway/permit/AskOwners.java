package gatehouse.gateway.permit;

import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.Consents;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Cause;
import gatehouse.gateway.standing.OwnerAnswer.Missing;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.gateway.standing.Standings;
import gatehouse.gateway.standing.Stops;
import gatehouse.gateway.standing.StopsInForce;
import gatehouse.web.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Asks the owners within one budget for the whole call (150 ms unless configured otherwise): stops
 * and standing at once, consent with what is left.
 */
@ApplicationScoped
public class AskOwners {
  private final Standings standings;
  private final Consents consents;
  private final Stops stops;
  private final Duration budget;
  private final MeterRegistry meters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public AskOwners(
      Standings standings,
      Consents consents,
      Stops stops,
      @ConfigProperty(name = "gatehouse.permit.budget") Duration budget,
      MeterRegistry meters) {
    this.standings = standings;
    this.consents = consents;
    this.stops = stops;
    this.budget = budget;
    this.meters = meters;
  }

  /** Starts the questions that every call asks. */
  Round begin(StandingQuestion question, long seenEpoch) {
    return new Round(System.nanoTime(), question, seenEpoch);
  }

  /** The questions of one call. */
  final class Round {
    private final long startedAt;
    private final String requestId = RequestId.current();
    private final Future<OwnerAnswer<StopsInForce>> stopsAnswer;
    private final Future<OwnerAnswer<Standing>> standingAnswer;

    private Round(long startedAt, StandingQuestion question, long seenEpoch) {
      this.startedAt = startedAt;
      stopsAnswer = start(() -> stops.ask(seenEpoch));
      standingAnswer = start(() -> standings.ask(question));
    }

    OwnerAnswer<StopsInForce> stops() {
      return await(stopsAnswer, Owner.INCIDENT);
    }

    OwnerAnswer<Standing> standing() {
      return await(standingAnswer, Owner.ADMISSION);
    }

    OwnerAnswer<ConsentAnswer> consent(ConsentQuestion question) {
      return await(start(() -> consents.ask(question)), Owner.CONSENT);
    }

    /** Ends the round and notes how long it took. */
    Duration end() {
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      meters.timer("gatehouse.permit.owners").record(took);
      return took;
    }

    private <T> Future<T> start(Callable<T> question) {
      return threads.submit(() -> {
        RequestId.set(requestId);
        return question.call();
      });
    }

    private <T> OwnerAnswer<T> await(Future<OwnerAnswer<T>> answer, Owner owner) {
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
