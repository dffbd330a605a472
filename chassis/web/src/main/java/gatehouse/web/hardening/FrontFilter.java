package gatehouse.web.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.web.Ids;
import gatehouse.web.Problem;
import gatehouse.web.Problems;
import gatehouse.web.RequestId;
import gatehouse.web.problem.WebProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first thing every request meets: it gets its id, and is refused when it is written in a way
 * that could mean two things to two readers (CVE-2026-39852, request smuggling).
 */
@Singleton
final class FrontFilter {
  private static final int FIRST = 10_000;

  private final Ids ids;
  private final BodyLimits limits;
  private final Problems problems;
  private final ObjectMapper json;

  FrontFilter(Ids ids, BodyLimits limits, Problems problems, ObjectMapper json) {
    this.ids = ids;
    this.limits = limits;
    this.problems = problems;
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, FIRST);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String given = request.getHeader(RequestId.HEADER);
    String id = RequestId.isAcceptable(given) ? given : ids.next().toString();
    RequestId.set(id);
    context.response().putHeader(RequestId.HEADER, id);
    WebProblem problem = problemOf(request);
    if (problem == null) {
      context.next();
    } else {
      refuse(context, problem);
    }
  }

  private @Nullable WebProblem problemOf(HttpServerRequest request) {
    if (isAmbiguous(request)) {
      return WebProblem.SUSPICIOUS_REQUEST;
    }
    String length = request.getHeader("Content-Length");
    if (length == null) {
      return null;
    }
    try {
      boolean fits = Long.parseLong(length) <= limits.of(request.path());
      return fits ? null : WebProblem.BODY_TOO_LARGE;
    } catch (NumberFormatException _) {
      return WebProblem.SUSPICIOUS_REQUEST;
    }
  }

  private static boolean isAmbiguous(HttpServerRequest request) {
    String uri = request.uri().toLowerCase(Locale.ROOT);
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    List<String> codings = request.headers().getAll("Transfer-Encoding");
    boolean chunked = !codings.isEmpty();
    return path.contains(";")
        || path.contains("//")
        || path.contains("%2f")
        || path.contains("%5c")
        || uri.contains("%00")
        || path.contains("/../")
        || request.headers().getAll("Host").size() > 1
        || request.headers().getAll("Authorization").size() > 1
        || request.headers().getAll("Content-Length").size() > 1
        || (chunked && request.getHeader("Content-Length") != null)
        || (chunked && (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")));
  }

  private void refuse(RoutingContext context, WebProblem problem) {
    try {
      String body = json.writeValueAsString(problems.describe(problem, null, List.of()));
      context
          .response()
          .setStatusCode(problem.status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          // What follows on this connection cannot be trusted to be a request of its own.
          .putHeader("Connection", "close")
          .end(body);
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
