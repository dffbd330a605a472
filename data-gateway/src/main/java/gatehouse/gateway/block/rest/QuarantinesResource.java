package gatehouse.gateway.block.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.block.QuarantineSource;
import gatehouse.gateway.block.Quarantines;
import gatehouse.gateway.permit.Callers;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sources that the security desk shut out. */
@Path("/v1/quarantines")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QuarantinesResource {
  private static final String[] DESK = {"SECURITY_ANALYST", "SEAT_INFO_CENTRE"};

  private final QuarantineSource quarantineSource;
  private final Quarantines quarantines;
  private final Callers callers;
  private final Problems problems;

  QuarantinesResource(
      QuarantineSource quarantineSource,
      Quarantines quarantines,
      Callers callers,
      Problems problems) {
    this.quarantineSource = quarantineSource;
    this.quarantines = quarantines;
    this.callers = callers;
    this.problems = problems;
  }

  /** Whose calls; as blocks name it. */
  record SourceRequest(@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String client) {}

  /** A quarantine as it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QuarantineView(String client, Instant beganAt, @Nullable Instant endedAt) {
    static QuarantineView of(Quarantines.Quarantine it) {
      return new QuarantineView(it.client(), it.beganAt(), it.endedAt());
    }
  }

  /** Those in force. */
  @GET
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE", "DUTY_MANAGER", "AUDITOR"})
  @Operation(operationId = "listQuarantines", summary = "Sources that are shut out now")
  public List<QuarantineView> list() {
    return quarantines.inForce().stream().map(QuarantineView::of).toList();
  }

  /** Shuts out at once. */
  @POST
  @Idempotent
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE"})
  @Operation(operationId = "quarantineSource", summary = "Shuts a source out at once")
  @APIResponseSchema(value = QuarantineView.class, responseCode = "201")
  public Response begin(@NotNull @Valid SourceRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(QuarantineView.of(quarantineSource.begin(request.client(), callers.calling(DESK))))
        .build();
  }

  /** Lets in again. */
  @POST
  @Path("/end")
  @Idempotent
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE"})
  @Operation(operationId = "endQuarantine", summary = "Lets a source in again")
  @APIResponseSchema(value = QuarantineView.class, responseCode = "200")
  public Response end(@NotNull @Valid SourceRequest request) {
    return quarantineSource
        .end(request.client(), callers.calling(DESK))
        .map(it -> Response.ok(QuarantineView.of(it)).build())
        .orElseGet(() -> problems.problem(BlockProblem.NOT_QUARANTINED));
  }
}
