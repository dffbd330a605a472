package gatehouse.incident.call.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.call.Calls;
import gatehouse.incident.duty.Roles;
import gatehouse.web.Messages;
import gatehouse.web.Reason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who was called because a stop was not confirmed in time. */
@Path("/v1/stop-calls")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StopCallsResource {
  private final Calls calls;
  private final Messages messages;

  StopCallsResource(Calls calls, Messages messages) {
    this.calls = calls;
    this.messages = messages;
  }

  /** The latest first. */
  @GET
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.SECURITY_ANALYST,
    Roles.SEAT_INFO_CENTRE,
    Roles.AUDITOR
  })
  @Clause("G-51")
  @Transactional
  @Operation(operationId = "listStopCalls", summary = "Calls for stops that were not confirmed")
  public List<CallView> latest(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    Reason todo = messages.reason("STOP_UNCONFIRMED", "G-51");
    return calls.latest(limit).stream().map(call -> CallView.of(call, todo)).toList();
  }
}
