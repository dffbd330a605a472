package gatehouse.gateway.standing.rest;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Signs every question to an owner with the gateway's own token, never with the caller's. */
@Provider
class MachineTokenFilter implements ClientRequestFilter {
  private final MachineToken token;

  MachineTokenFilter(MachineToken token) {
    this.token = token;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
  }
}
