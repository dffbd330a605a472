package gatehouse.web.hardening;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * An answer of which the resource does not say what it is, is JSON. Left to negotiate, a caller who
 * accepts {@code text/html} would get the object's {@code toString()}, unescaped.
 */
@Provider
public final class JsonByDefault implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.hasEntity() && response.getMediaType() == null) {
      response.getHeaders().putSingle("Content-Type", MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
