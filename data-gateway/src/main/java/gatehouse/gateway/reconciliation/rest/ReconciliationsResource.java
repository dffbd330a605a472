package gatehouse.gateway.reconciliation.rest;

import gatehouse.gateway.reconciliation.Reconcile;
import gatehouse.gateway.reconciliation.Reconciliation;
import gatehouse.gateway.reconciliation.Reconciliations;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What does not fit together between releases and records. */
@Path("/v1/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReconciliationsResource {
  private final Reconciliations reconciliations;
  private final Reconcile reconcile;
  private final Problems problems;

  ReconciliationsResource(Reconciliations reconciliations, Reconcile reconcile, Problems problems) {
    this.reconciliations = reconciliations;
    this.reconcile = reconcile;
    this.problems = problems;
  }

  /** One output that needs a person. */
  record FindingView(Reconciliation.Kind kind, UUID outputId, String application, Instant since) {
    static FindingView of(Reconciliation.Finding it) {
      return new FindingView(it.kind(), it.output(), it.application(), it.since());
    }
  }

  /** The findings of one look. */
  record ReconciliationView(
      LocalDate day,
      Instant at,
      Map<Reconciliation.Kind, Long> counts,
      List<FindingView> findings) {
    static ReconciliationView of(Reconciliation it) {
      return new ReconciliationView(
          it.day(), it.at(), it.counts(), it.findings().stream().map(FindingView::of).toList());
    }
  }

  /** Last night's. */
  @GET
  @Path("/latest")
  @RolesAllowed({"QUALITY_OFFICER", "MEDICAL_AFFAIRS", "DUTY_MANAGER", "AUDITOR", "EMR_SYSTEM"})
  @Operation(operationId = "readLatestReconciliation", summary = "The last night's findings")
  @APIResponseSchema(value = ReconciliationView.class, responseCode = "200")
  public Response latest() {
    return reconciliations
        .latest()
        .map(it -> Response.ok(ReconciliationView.of(it)).build())
        .orElseGet(() -> problems.problem(ReconciliationProblem.RECONCILIATION_UNKNOWN));
  }

  /** As it would be this moment. */
  @GET
  @Path("/now")
  @RolesAllowed({"QUALITY_OFFICER", "MEDICAL_AFFAIRS", "DUTY_MANAGER", "AUDITOR", "EMR_SYSTEM"})
  @Operation(operationId = "reconcileNow", summary = "What does not fit together this moment")
  public ReconciliationView now() {
    return ReconciliationView.of(reconcile.look());
  }
}
