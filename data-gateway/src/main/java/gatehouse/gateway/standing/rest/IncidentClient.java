package gatehouse.gateway.standing.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** incident-service's {@code GET /v1/stops}. */
@RegisterRestClient(configKey = "incident")
@RegisterProvider(MachineTokenFilter.class)
@Path("/v1/stops")
interface IncidentClient {
  @GET
  StopsWire.View since(@QueryParam("since") long epoch);
}
