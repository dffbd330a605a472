package gatehouse.gateway.completion;

import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.answer.UnusableAnswerException;
import gatehouse.gateway.permit.PermitEndedException;
import gatehouse.gateway.route.Route;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How models answer, under the names of OpenTelemetry's semantic conventions for generative AI; the
 * model's name is the application's code. None of the conventions' attributes for messages is kept:
 * they would hold what patients and physicians said.
 */
@ApplicationScoped
public class ModelMeters {
  private static final String DURATION = "gen_ai.client.operation.duration";
  private static final String ERROR = "error.type";

  private final MeterRegistry meters;
  // Finding a meter by its tags costs more than what it does.
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Series, DistributionSummary> tokens = new ConcurrentHashMap<>();

  public ModelMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * A call of a model.
   *
   * @param provider the deployment
   * @param model the application's code
   * @param sentAt when the bytes left, in nanoseconds of this JVM's own clock
   */
  record Asked(Route route, String provider, String model, long sentAt) {
    static Asked of(Completion.Answering answering) {
      return new Asked(
          answering.plan().route(),
          answering.answer().deployment().name(),
          answering.plan().application(),
          answering.answer().sentAt());
    }
  }

  /** What is told apart; {@code kind} is that of tokens or of the error, else empty. */
  private record Series(String name, Route route, String provider, String model, String kind) {
    static Series of(String name, Asked asked, String kind) {
      return new Series(name, asked.route(), asked.provider(), asked.model(), kind);
    }

    Tags tags() {
      return Tags.of(
          "gen_ai.operation.name",
          route == Route.EMBEDDINGS ? "embeddings" : "chat",
          "gen_ai.provider.name",
          provider,
          "gen_ai.request.model",
          model);
    }
  }

  /** A piece of a stream is about to be sent; the first one counts. */
  void began(Completion.Answering answering, Delivered delivered) {
    if (delivered.begins()) {
      record("gen_ai.server.time_to_first_token", Asked.of(answering), "");
    }
  }

  /** All of an answer was sent, whatever the model says that it took. */
  void ended(Completion.Answering answering, ReportedUsage usage) {
    Asked asked = Asked.of(answering);
    record(DURATION, asked, "");
    usage.tell((kind, count) ->
        tokens
            .computeIfAbsent(Series.of("gen_ai.client.token.usage", asked, kind), this::summary)
            .record((double) count));
  }

  /**
   * The model gave no answer, or none that the caller got to its end.
   *
   * @param error a status, or one word of few; never what anybody said
   */
  void failed(Asked asked, String error) {
    record(DURATION, asked, error);
  }

  /** The answer ended before the caller had all of it. */
  void failed(Completion.Answering answering, Exception cause) {
    String error =
        switch (cause) {
          case PermitEndedException _ -> "permit_ended";
          case UnusableAnswerException _ -> "unusable_answer";
          case DeliverAnswer.CallerGoneException _ -> "caller_gone";
          case IOException _ -> "broken_off";
          default -> "_OTHER";
        };
    failed(Asked.of(answering), error);
  }

  private void record(String name, Asked asked, String error) {
    timers
        .computeIfAbsent(Series.of(name, asked, error), this::timer)
        .record(System.nanoTime() - asked.sentAt(), TimeUnit.NANOSECONDS);
  }

  private Timer timer(Series series) {
    return Timer.builder(series.name())
        .publishPercentileHistogram()
        // Empty means that there was none: all series of one name have the same labels.
        .tags(
            series.name().equals(DURATION)
                ? series.tags().and(ERROR, series.kind())
                : series.tags())
        .register(meters);
  }

  private DistributionSummary summary(Series series) {
    return DistributionSummary.builder(series.name())
        .baseUnit("token")
        .tags(series.tags().and("gen_ai.token.type", series.kind()))
        .register(meters);
  }
}
