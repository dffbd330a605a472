package gatehouse.gateway.standing.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** consent-service's {@code POST /v1/decisions}. */
@RegisterRestClient(configKey = "consent")
@RegisterProvider(MachineTokenFilter.class)
@Path("/v1")
interface ConsentClient {
  @POST
  @Path("/decisions")
  ConsentWire.View ask(ConsentWire.Request request);
}
