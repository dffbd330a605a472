package gatehouse.gateway.reconciliation.rest;

import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.reconciliation.RecordWriteBack;
import gatehouse.gateway.reconciliation.WriteBack;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Where record systems acknowledge what they wrote. */
@Path("/v1/write-backs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WriteBacksResource {
  private final RecordWriteBack recordWriteBack;
  private final Callers callers;
  private final Problems problems;

  WriteBacksResource(RecordWriteBack recordWriteBack, Callers callers, Problems problems) {
    this.recordWriteBack = recordWriteBack;
    this.callers = callers;
    this.problems = problems;
  }

  /**
   * What stands in the record now.
   *
   * @param contentDigest SHA-256 of the text as it was written
   */
  record WriteBackRequest(
      @NotNull UUID outputId,
      @NotNull @Pattern(regexp = "sha256:[0-9a-f]{64}") String contentDigest) {}

  /** Taken down; the next reconciliation says whether it fits. */
  record WriteBackView(UUID writeBackId, UUID outputId, String contentDigest, Instant writtenAt) {
    static WriteBackView of(WriteBack it) {
      return new WriteBackView(it.id(), it.output(), it.contentDigest(), it.writtenAt());
    }
  }

  /** Takes the word of a record system. */
  @POST
  @Idempotent
  @RolesAllowed({"EMR_SYSTEM", "HIS_SYSTEM"})
  @Operation(operationId = "recordWriteBack", summary = "A record system says what it wrote")
  @APIResponseSchema(value = WriteBackView.class, responseCode = "201")
  public Response record(@NotNull @Valid WriteBackRequest request) {
    return recordWriteBack
        .record(
            request.outputId(),
            request.contentDigest(),
            callers.calling("EMR_SYSTEM", "HIS_SYSTEM"))
        .map(it -> Response.status(Response.Status.CREATED).entity(WriteBackView.of(it)).build())
        .orElseGet(() -> problems.problem(ReconciliationProblem.OUTPUT_UNKNOWN));
  }
}
