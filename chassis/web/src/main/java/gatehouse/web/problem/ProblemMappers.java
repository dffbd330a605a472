package gatehouse.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import gatehouse.web.ProblemException;
import gatehouse.web.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Every exception that leaves a resource becomes a problem document here, and only here.
 *
 * <p>quarkus-resteasy-problem would do this, but its newest release that works with our platform
 * turns a 401 into a 500.
 */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String RETRY_SECONDS = "5";

  private final Problems problems;

  ProblemMappers(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  public Response map(ProblemException thrown) {
    return problems.problem(thrown.type(), thrown.reasons());
  }

  @ServerExceptionMapper(priority = 1)
  public Response map(MismatchedInputException thrown) {
    return ofJson(thrown);
  }

  @ServerExceptionMapper
  public Response map(JacksonException thrown) {
    return ofJson(thrown);
  }

  @ServerExceptionMapper
  public Response map(ConstraintViolationException thrown) {
    String detail =
        thrown.getConstraintViolations().stream()
            .map(ProblemMappers::sentence)
            .sorted()
            .collect(Collectors.joining("; "));
    return problems.problem(WebProblem.INVALID_REQUEST, detail);
  }

  @ServerExceptionMapper
  public Response map(AuthenticationFailedException thrown) {
    return challenge("Bearer error=\"invalid_token\"");
  }

  @ServerExceptionMapper
  public Response map(UnauthorizedException thrown) {
    return challenge("Bearer");
  }

  @ServerExceptionMapper
  public Response map(ForbiddenException thrown) {
    return problems.problem(WebProblem.FORBIDDEN);
  }

  @ServerExceptionMapper
  public Response map(WebApplicationException thrown) {
    JacksonException json = jsonCause(thrown);
    if (json != null) {
      return ofJson(json);
    }
    int status = thrown.getResponse().getStatus();
    if (status < 400) {
      return thrown.getResponse();
    }
    WebProblem problem = WebProblem.ofStatus(status);
    if (problem == WebProblem.INTERNAL) {
      LOG.errorf(Unexpected.of(thrown), "unexpected status %d", status);
    }
    return problems.problem(problem);
  }

  /** With a cause it is a parameter that could not be converted, else there is nothing there. */
  @ServerExceptionMapper
  public Response map(NotFoundException thrown, ResourceInfo resource, UriInfo uri) {
    return thrown.getCause() == null
        ? problems.problem(WebProblem.NOT_FOUND)
        : QueryFault.of(resource, uri.getQueryParameters())
            .map(detail -> problems.problem(WebProblem.WRONG_TYPE, detail))
            .orElseGet(() -> problems.problem(WebProblem.NOT_FOUND));
  }

  @ServerExceptionMapper
  public Response map(Throwable thrown) {
    return switch (Cause.of(thrown)) {
      case DATABASE_AWAY -> {
        LOG.warnf("database unavailable: %s", thrown.getClass().getName());
        yield retryLater(problems.problem(WebProblem.UNAVAILABLE));
      }
      case CONCURRENT_CHANGE -> problems.problem(WebProblem.CONCURRENT_CHANGE);
      case UNKNOWN -> {
        LOG.error("unexpected failure", Unexpected.of(thrown));
        yield problems.problem(WebProblem.INTERNAL);
      }
    };
  }

  private Response ofJson(JacksonException thrown) {
    JsonFault fault = JsonFault.of(thrown);
    return problems.problem(fault.problem(), fault.detail());
  }

  private Response challenge(String scheme) {
    return Response.fromResponse(problems.problem(WebProblem.UNAUTHENTICATED))
        .header(HttpHeaders.WWW_AUTHENTICATE, scheme)
        .build();
  }

  private static Response retryLater(Response response) {
    return Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
  }

  private static @Nullable JacksonException jsonCause(Throwable thrown) {
    int depth = 0;
    for (@Nullable Throwable at = thrown; at != null && depth < 8; at = at.getCause()) {
      if (at instanceof JacksonException json) {
        return json;
      }
      depth++;
    }
    return null;
  }

  /**
   * The field's path without the method and parameter names that lead to it; a parameter that is no
   * body has only its own name.
   */
  private static String sentence(ConstraintViolation<?> violation) {
    StringBuilder path = new StringBuilder();
    String parameter = "request";
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, BEAN -> {}
        case PARAMETER -> parameter = node.getName();
        case PROPERTY, CONTAINER_ELEMENT -> path.append(path.isEmpty() ? "" : ".").append(node);
      }
    }
    return (path.isEmpty() ? parameter : path) + ": " + violation.getMessage();
  }
}
