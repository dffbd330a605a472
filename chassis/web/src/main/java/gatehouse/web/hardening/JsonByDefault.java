package gatehouse.web.hardening;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * An answer of which the resource does not say what it is, is JSON. Left to negotiate, a caller who
 * accepts {@code text/html} would get the object's {@code toString()}, unescaped.
 */
@Provider
public final class JsonByDefault implements ContainerResponseFilter {
  private final ResourceInfo resource;

  JsonByDefault(@Context ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.hasEntity() && response.getMediaType() == null && !saysWhatItMakes()) {
      response.getHeaders().putSingle("Content-Type", MediaType.APPLICATION_JSON_TYPE);
    }
  }

  /** A method's or its class's {@code @Produces} is applied only after the filters have run. */
  private boolean saysWhatItMakes() {
    Method method = resource.getResourceMethod();
    return method != null
        && (method.isAnnotationPresent(Produces.class)
            || method.getDeclaringClass().isAnnotationPresent(Produces.class));
  }
}
