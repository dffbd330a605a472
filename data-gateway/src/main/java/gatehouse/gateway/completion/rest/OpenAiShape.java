package gatehouse.gateway.completion.rest;

import gatehouse.web.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
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

  private final OpenAiAnswers answers;

  OpenAiShape(OpenAiAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean problem =
        response.getEntity() instanceof Problem
            || (response.getStatus() >= 400 && response.getEntity() == null);
    if (problem && isOpenAi(request.getUriInfo().getPath())) {
      response.setEntity(
          answers.ofStatus(response.getStatus()), null, MediaType.APPLICATION_JSON_TYPE);
    }
  }

  static boolean isOpenAi(String path) {
    String absolute = path.startsWith("/") ? path : "/" + path;
    return absolute.startsWith("/v1/") && OWN_ROUTES.stream().noneMatch(absolute::startsWith);
  }
}
