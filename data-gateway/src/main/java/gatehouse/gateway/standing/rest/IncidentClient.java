package gatehouse.gateway.standing.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** incident-service's leases on what is stopped. */
@RegisterRestClient(configKey = "incident")
@RegisterProvider(MachineTokenFilter.class)
@Path("/v1")
interface IncidentClient {
  @POST
  @Path("/leases")
  LeaseWire.View renew(LeaseWire.Request request);
}
