package gatehouse.admission.standing.rest;

import gatehouse.clauses.Clause;
import gatehouse.lease.owner.LeaseAnswers;
import gatehouse.lease.owner.LeaseRequest;
import gatehouse.lease.owner.LeaseView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Lends gateways a lease on how applications stand. */
@Path("/v1/leases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LeasesResource {
  private final LeaseAnswers answers;

  LeasesResource(LeaseAnswers answers) {
    this.answers = answers;
  }

  /** Waits for news for as long as a lease is renewed early; 503 where nothing can be lent. */
  @POST
  @RolesAllowed("GATEWAY_SYSTEM")
  @Clause({"G-02", "E-11"})
  @Operation(
      operationId = "renewLease",
      summary = "A gateway's lease: the facts that deny, since the version it has applied")
  @APIResponseSchema(value = LeaseView.class, responseCode = "200")
  public Response renew(@NotNull @Valid LeaseRequest request) {
    return answers.renew(request);
  }
}
