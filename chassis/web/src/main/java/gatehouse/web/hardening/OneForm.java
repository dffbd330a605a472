package gatehouse.web.hardening;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Each answer has one form, the one that its resource says with {@code @Produces}: nothing is
 * negotiated (RFC 9110, section 12.5.1 lets a server disregard {@code Accept}). A stop or a
 * withdrawal must not fail because a header asks for HTML.
 */
@Provider
@PreMatching
@NonBlocking
public final class OneForm implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
  }
}
