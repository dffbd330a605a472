package gatehouse.gateway.completion;

import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.route.Route;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How models answer, under the names of OpenTelemetry's semantic conventions for generative AI; the
 * model's name is the application's code. None of the conventions' attributes for messages is kept:
 * they would hold what patients and physicians said.
 */
@ApplicationScoped
public class ModelMeters {
  private final MeterRegistry meters;

  public ModelMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A piece of a stream is about to be sent; the first one counts. */
  void began(Completion.Answering answering, Delivered delivered) {
    if (delivered.begins()) {
      Timer.builder("gen_ai.server.time_to_first_token")
          .publishPercentileHistogram()
          .tags(tags(answering))
          .register(meters)
          .record(since(answering));
    }
  }

  /** All of an answer was sent, whatever the model says that it took. */
  void ended(Completion.Answering answering, ReportedUsage usage) {
    Timer.builder("gen_ai.client.operation.duration")
        .publishPercentileHistogram()
        .tags(tags(answering))
        .register(meters)
        .record(since(answering));
    usage.tell((kind, tokens) ->
        DistributionSummary.builder("gen_ai.client.token.usage")
            .baseUnit("token")
            .tags(tags(answering).and("gen_ai.token.type", kind))
            .register(meters)
            .record((double) tokens));
  }

  private static Tags tags(Completion.Answering answering) {
    return Tags.of(
        "gen_ai.operation.name",
        answering.plan().route() == Route.EMBEDDINGS ? "embeddings" : "chat",
        "gen_ai.provider.name",
        answering.answer().deployment().name(),
        "gen_ai.request.model",
        answering.plan().application());
  }

  private static Duration since(Completion.Answering answering) {
    return Duration.ofNanos(System.nanoTime() - answering.answer().sentAt());
  }
}
