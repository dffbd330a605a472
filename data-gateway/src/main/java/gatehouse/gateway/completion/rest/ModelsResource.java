package gatehouse.gateway.completion.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.upstream.Deployments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** {@code /v1/models}: the applications that are configured here, not what stands behind them. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ModelsResource {
  private final Deployments deployments;
  private final Callers callers;
  private final OpenAiAnswers answers;

  ModelsResource(Deployments deployments, Callers callers, OpenAiAnswers answers) {
    this.deployments = deployments;
    this.callers = callers;
    this.answers = answers;
  }

  /** A model, as OpenAI describes one. */
  record ModelView(
      String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {
    static ModelView of(String code) {
      return new ModelView(code, "model", 0, "gatehouse");
    }
  }

  /** A list, as OpenAI writes one. */
  record ModelsView(String object, List<ModelView> data) {}

  @GET
  @RolesAllowed({"HIS_SYSTEM", "PHYSICIAN", "MODEL_CLIENT"})
  @Operation(summary = "The codes of all applications configured here")
  public ModelsView list() {
    return new ModelsView(
        "list",
        deployments.applications().stream().filter(this::isOpen).map(ModelView::of).toList());
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({"HIS_SYSTEM", "PHYSICIAN", "MODEL_CLIENT"})
  @Operation(summary = "One application")
  @APIResponseSchema(value = ModelView.class, responseCode = "200")
  public Response get(@PathParam("code") String code) {
    return deployments.knows(code) && isOpen(code)
        ? Response.ok(ModelView.of(code)).build()
        : answers.noSuchModel();
  }

  /** A key may be for one application only; the others are none of its business. */
  private boolean isOpen(String code) {
    return callers.calling("HIS_SYSTEM", "PHYSICIAN", "MODEL_CLIENT").mayCall(code);
  }
}
