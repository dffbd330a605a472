package gatehouse.gateway.completion;

import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.route.Route;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How models answer, under the names of OpenTelemetry's semantic conventions for generative AI; the
 * model's name is the application's code. None of the conventions' attributes for messages is kept:
 * they would hold what patients and physicians said.
 */
@ApplicationScoped
public class ModelMeters {
  private static final Set<String> LAST_EVENTS =
      Set.of("response.completed", "response.incomplete");
  private static final Map<String, String> TOKENS =
      Map.of(
          "prompt_tokens", "input",
          "input_tokens", "input",
          "completion_tokens", "output",
          "output_tokens", "output");

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

  /** An answer, or a piece of one, was sent; the piece that tells of usage ends it. */
  void answered(Completion.Answering answering, Json.Obj piece) {
    Json.Obj whole =
        piece.get("response") instanceof Json.Obj response && isLast(piece) ? response : piece;
    if (!(whole.get("usage") instanceof Json.Obj usage)) {
      return;
    }
    Timer.builder("gen_ai.client.operation.duration")
        .publishPercentileHistogram()
        .tags(tags(answering))
        .register(meters)
        .record(since(answering));
    usage
        .members()
        .forEach((name, count) -> {
          String kind = TOKENS.get(name);
          if (kind != null && count instanceof Json.Num(String number)) {
            DistributionSummary.builder("gen_ai.client.token.usage")
                .baseUnit("token")
                .tags(tags(answering).and("gen_ai.token.type", kind))
                .register(meters)
                .record(count(number));
          }
        });
  }

  private static boolean isLast(Json.Obj event) {
    return event.get("type") instanceof Json.Str(String type) && LAST_EVENTS.contains(type);
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

  private static double count(String number) {
    try {
      return Math.max(0, Double.parseDouble(number));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
