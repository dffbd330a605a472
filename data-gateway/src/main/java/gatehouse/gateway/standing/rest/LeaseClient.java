package gatehouse.gateway.standing.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** {@code POST /v1/leases}, the same at every owner; each is built with its own address. */
@RegisterRestClient(configKey = "leases")
@Path("/v1/leases")
interface LeaseClient {
  @POST
  LeaseWire.View renew(LeaseWire.Request request);
}
