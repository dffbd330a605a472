package gatehouse.gateway.completion.rest;

import gatehouse.gateway.route.Route;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /v1/responses}, as OpenAI's clients send it. */
@Path("/v1/responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResponsesResource {
  private final ModelEdge edge;

  ResponsesResource(ModelEdge edge) {
    this.edge = edge;
  }

  /** Answers, or says why not. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CallReader.HIS, CallReader.PHYSICIAN, CallReader.PROGRAM})
  @Operation(summary = "OpenAI's response; model is an application's code")
  public Response answer(byte[] body, @Context HttpHeaders headers) {
    return edge.answer(Route.RESPONSES, body, headers);
  }
}
