package gatehouse.gateway.completion.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.web.Ids;
import gatehouse.web.RequestId;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that says it is too large before the house's own filter does, which speaks another
 * shape of errors.
 */
@ApplicationScoped
class OversizedBodies {
  private static final int BEFORE_THE_FRONT_FILTER = 11_000;
  private static final int TOO_LARGE = 413;

  private final OpenAiAnswers answers;
  private final ObjectMapper json;
  private final Ids ids;
  private final long limit;

  OversizedBodies(
      OpenAiAnswers answers,
      ObjectMapper json,
      Ids ids,
      @ConfigProperty(name = "gatehouse.model.body-limit") MemorySize limit) {
    this.answers = answers;
    this.json = json;
    this.ids = ids;
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_THE_FRONT_FILTER);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean tooLarge =
        OpenAiShape.isOpenAi(request.path()) && length(request.getHeader("Content-Length")) > limit;
    if (!tooLarge) {
      context.next();
      return;
    }
    try {
      String given = request.getHeader(RequestId.HEADER);
      context
          .response()
          .setStatusCode(TOO_LARGE)
          .putHeader("Content-Type", "application/json")
          .putHeader(
              RequestId.HEADER, RequestId.isAcceptable(given) ? given : ids.next().toString())
          .putHeader("Connection", "close")
          .end(json.writeValueAsString(answers.ofStatus(TOO_LARGE)));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }

  /** What is no number is left to the house's filter. */
  private static long length(@Nullable String header) {
    return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
  }
}
