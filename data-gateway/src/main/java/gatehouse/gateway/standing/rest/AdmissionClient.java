package gatehouse.gateway.standing.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** admission-service's {@code POST /v1/standings}. */
@RegisterRestClient(configKey = "admission")
@RegisterProvider(MachineTokenFilter.class)
@Path("/v1")
interface AdmissionClient {
  @POST
  @Path("/standings")
  StandingWire.View ask(StandingWire.Request request);
}
