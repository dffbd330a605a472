package gatehouse.gateway.completion;

import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.route.Route;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final MeterRegistry meters;
  // Finding a meter by its tags costs more than what it does.
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Series, DistributionSummary> tokens = new ConcurrentHashMap<>();

  public ModelMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What is told apart; {@code kind} is that of tokens, empty for times. */
  private record Series(String name, Route route, String provider, String model, String kind) {
    static Series of(String name, Completion.Answering answering, String kind) {
      return new Series(
          name,
          answering.plan().route(),
          answering.answer().deployment().name(),
          answering.plan().application(),
          kind);
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
      record("gen_ai.server.time_to_first_token", answering);
    }
  }

  /** All of an answer was sent, whatever the model says that it took. */
  void ended(Completion.Answering answering, ReportedUsage usage) {
    record("gen_ai.client.operation.duration", answering);
    usage.tell((kind, count) ->
        tokens
            .computeIfAbsent(Series.of("gen_ai.client.token.usage", answering, kind), this::summary)
            .record((double) count));
  }

  private void record(String name, Completion.Answering answering) {
    timers
        .computeIfAbsent(Series.of(name, answering, ""), this::timer)
        .record(System.nanoTime() - answering.answer().sentAt(), TimeUnit.NANOSECONDS);
  }

  private Timer timer(Series series) {
    return Timer.builder(series.name())
        .publishPercentileHistogram()
        .tags(series.tags())
        .register(meters);
  }

  private DistributionSummary summary(Series series) {
    return DistributionSummary.builder(series.name())
        .baseUnit("token")
        .tags(series.tags().and("gen_ai.token.type", series.kind()))
        .register(meters);
  }
}
