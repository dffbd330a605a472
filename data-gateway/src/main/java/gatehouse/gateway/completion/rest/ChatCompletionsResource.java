package gatehouse.gateway.completion.rest;

import gatehouse.gateway.route.Route;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code POST /v1/chat/completions}, as OpenAI's clients send it. */
@Path("/v1/chat/completions")
@RunOnVirtualThread
public class ChatCompletionsResource {
  private final ModelEdge edge;

  ChatCompletionsResource(ModelEdge edge) {
    this.edge = edge;
  }

  /** Answers, or says why not. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({ModelEdge.HIS, ModelEdge.PHYSICIAN, ModelEdge.PROGRAM})
  @Operation(summary = "OpenAI's chat completion; model is an application's code")
  @Parameter(
      name = ModelEdge.CONTEXT,
      in = ParameterIn.HEADER,
      description = "The member 'gatehouse' as base64url JSON, at most once",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(
      description =
          "OpenAI's body. Its member 'gatehouse' (patient, encounter, purpose, user, place,"
              + " productDigest, categories, deployment, known) is removed before anything is sent.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "200", description = "OpenAI's answer, whole or as events, labelled")
  @APIResponse(responseCode = "400", description = "Cannot be read; error in OpenAI's shape")
  @APIResponse(
      responseCode = "403",
      description = "error.code and gatehouse.{reasons,clauses,manualRoute}; do not retry")
  @APIResponse(responseCode = "404", description = "No such application; OpenAI's shape")
  @APIResponse(responseCode = "413", description = "Too large; OpenAI's shape")
  @APIResponse(responseCode = "502", description = "The model failed; OpenAI's shape")
  @APIResponse(responseCode = "503", description = "Not recorded, so nothing left; OpenAI's shape")
  public Response answer(byte[] body, @Context HttpHeaders headers) {
    return edge.answer(Route.CHAT, body, headers);
  }
}
