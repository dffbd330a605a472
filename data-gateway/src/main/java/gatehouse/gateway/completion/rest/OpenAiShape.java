package gatehouse.gateway.completion.rest;

import gatehouse.web.Problem;
import gatehouse.web.problem.WebProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Gives errors that arise before or around a resource (no token, wrong role, no such route, body
 * too large) the shape that OpenAI's clients understand.
 */
@Provider
class OpenAiShape implements ContainerResponseFilter {
  private static final List<String> OWN_ROUTES =
      List.of(
          "/v1/permits",
          "/v1/blocks",
          "/v1/block-cases",
          "/v1/quarantines",
          "/v1/journal",
          "/v1/outputs",
          "/v1/release-tokens",
          "/v1/write-backs",
          "/v1/reconciliations",
          "/v1/recalls",
          "/v1/supervisions",
          "/v1/api-keys");

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final String MODELS = "/v1/models";

  private final OpenAiAnswers answers;

  OpenAiShape(OpenAiAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    boolean problem =
        response.getEntity() instanceof Problem
            || (response.getStatus() >= 400 && response.getEntity() == null);
    if (problem && isOpenAi(path)) {
      if (response.getStatus() == METHOD_NOT_ALLOWED) {
        // RFC 9110, 15.5.6: whoever refuses a method says which one is right.
        response
            .getHeaders()
            .putSingle(HttpHeaders.ALLOW, path.startsWith(MODELS) ? "GET" : "POST");
      }
      response.setEntity(entity(response, path), null, MediaType.APPLICATION_JSON_TYPE);
    }
  }

  /** Where there is no route, the answer says which way is open instead. */
  private OpenAiError entity(ContainerResponseContext response, String path) {
    if (response.getEntity() instanceof Problem problem && problem.isOf(WebProblem.BUSY)) {
      return answers.busy();
    }
    int status = response.getStatus();
    return status == NOT_FOUND ? answers.noSuchRoute(path) : answers.ofStatus(status);
  }

  static boolean isOpenAi(String path) {
    String absolute = path.startsWith("/") ? path : "/" + path;
    return absolute.startsWith("/v1/") && OWN_ROUTES.stream().noneMatch(absolute::startsWith);
  }
}
