package gatehouse.gateway.supervision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.physician.Physicians;
import gatehouse.gateway.physician.Physicians.Physician;
import gatehouse.gateway.supervision.Supervise;
import gatehouse.gateway.supervision.Supervision;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A physician's screen beside a device. */
@Path("/v1/supervisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SupervisionsResource {
  private final Supervise supervise;
  private final Physicians physicians;
  private final Pseudonyms pseudonyms;
  private final Problems problems;

  SupervisionsResource(
      Supervise supervise, Physicians physicians, Pseudonyms pseudonyms, Problems problems) {
    this.supervise = supervise;
    this.physicians = physicians;
    this.pseudonyms = pseudonyms;
    this.problems = problems;
  }

  /**
   * What is watched.
   *
   * @param application the application's code
   * @param encounter the hospital's encounter number
   */
  record SupervisionRequest(
      @NotBlank @Size(max = 64) String application, @NotBlank @Size(max = 64) String encounter) {}

  /** A supervision as it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SupervisionView(
      UUID supervisionId, String application, Instant lastBeatAt, @Nullable Instant endedAt) {
    static SupervisionView of(Supervision it) {
      return new SupervisionView(it.id(), it.application(), it.lastBeatAt(), it.endedAt());
    }
  }

  /** Begins to watch. */
  @POST
  @Idempotent
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "startSupervision", summary = "A licensed physician begins to watch")
  @APIResponseSchema(value = SupervisionView.class, responseCode = "201")
  public Response start(@NotNull @Valid SupervisionRequest request) {
    String encounterRef = pseudonyms.of("encounter", request.encounter()).value();
    return physicians
        .present()
        .map(physician -> supervise.start(physician, request.application(), encounterRef))
        .map(it -> Response.status(Response.Status.CREATED).entity(SupervisionView.of(it)).build())
        .orElseGet(() -> problems.problem(SupervisionProblem.PHYSICIAN_REQUIRED));
  }

  /** Still here; a beat that is repeated does nothing worse, so it takes no idempotency key. */
  @POST
  @Path("/{id}/heartbeat")
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "beat", summary = "The physician still watches")
  @APIResponseSchema(value = SupervisionView.class, responseCode = "200")
  public Response beat(@PathParam("id") UUID id) {
    return own(physician -> supervise.beat(physician, id));
  }

  /** Ends. */
  @POST
  @Path("/{id}/end")
  @Idempotent
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "endSupervision", summary = "The physician stops watching")
  @APIResponseSchema(value = SupervisionView.class, responseCode = "200")
  public Response end(@PathParam("id") UUID id) {
    return own(physician -> supervise.end(physician, id));
  }

  private Response own(Function<Physician, Optional<Supervision>> act) {
    return physicians
        .present()
        .map(physician ->
            act.apply(physician)
                .map(it -> Response.ok(SupervisionView.of(it)).build())
                .orElseGet(() -> problems.problem(SupervisionProblem.SUPERVISION_OVER)))
        .orElseGet(() -> problems.problem(SupervisionProblem.PHYSICIAN_REQUIRED));
  }
}
