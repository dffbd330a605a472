package gatehouse.web.hardening;

import gatehouse.web.ProblemException;
import gatehouse.web.problem.WebProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Holds bodies without a declared length to the path's limit. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
final class CountedBody implements ReaderInterceptor {
  private final BodyLimits limits;
  private final RoutingContext request;

  CountedBody(BodyLimits limits, RoutingContext request) {
    this.limits = limits;
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    long limit = limits.of(request.request().path());
    try (InputStream body = context.getInputStream()) {
      byte[] bytes = body.readNBytes(Math.toIntExact(Math.min(limit + 1, Integer.MAX_VALUE - 8)));
      if (bytes.length > limit) {
        throw new ProblemException(WebProblem.BODY_TOO_LARGE);
      }
      context.setInputStream(new ByteArrayInputStream(bytes));
    }
    return context.proceed();
  }
}
