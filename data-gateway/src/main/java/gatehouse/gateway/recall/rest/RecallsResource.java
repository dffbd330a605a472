package gatehouse.gateway.recall.rest;

import gatehouse.gateway.recall.Recall;
import gatehouse.gateway.recall.Recalls;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Outputs of stopped versions that a physician must read again. */
@Path("/v1/recalls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RecallsResource {
  private final Recalls recalls;

  RecallsResource(Recalls recalls) {
    this.recalls = recalls;
  }

  /**
   * One output to read again.
   *
   * @param stopId the last stop that covers it
   * @param since when that stop was issued
   */
  record RecallView(UUID outputId, String stopId, Instant since) {
    static RecallView of(Recall.Pending pending) {
      return new RecallView(pending.output(), pending.stopId(), pending.since());
    }
  }

  /** One page, the newest output first; the next page begins with {@code before=next}. */
  record RecallPage(List<RecallView> recalls, @Nullable UUID next) {}

  /** The list; an output leaves it when a physician judges it again. */
  @GET
  @RolesAllowed({"PHYSICIAN", "QUALITY_OFFICER", "MEDICAL_AFFAIRS", "DUTY_MANAGER", "AUDITOR"})
  @Operation(operationId = "listRecalls", summary = "Outputs of stopped versions to be read again")
  public RecallPage list(
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    List<Recall.Pending> found = recalls.pending(before, limit);
    return new RecallPage(
        found.stream().map(RecallView::of).toList(),
        found.size() < limit ? null : found.getLast().output());
  }
}
