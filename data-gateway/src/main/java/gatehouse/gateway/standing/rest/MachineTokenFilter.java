package gatehouse.gateway.standing.rest;

import gatehouse.web.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Signs every question to an owner with the gateway's own token, never with the caller's, and lets
 * the request's id travel.
 */
@ApplicationScoped
class MachineTokenFilter implements ClientRequestFilter {
  private final MachineToken token;

  MachineTokenFilter(MachineToken token) {
    this.token = token;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
    request.getHeaders().putSingle(RequestId.HEADER, RequestId.current());
  }
}
