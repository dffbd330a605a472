package gatehouse.incident.stop.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.stop.IssueResult;
import gatehouse.incident.stop.IssueStop;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopOrder;
import gatehouse.incident.stop.Stops;
import gatehouse.web.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The emergency stop. */
@Path("/v1/stops")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StopsResource {
  private final IssueStop issueStop;
  private final Stops stops;
  private final OnDuty onDuty;
  private final Ids ids;
  private final StopAnswers answers;

  StopsResource(IssueStop issueStop, Stops stops, OnDuty onDuty, Ids ids, StopAnswers answers) {
    this.issueStop = issueStop;
    this.stops = stops;
    this.onDuty = onDuty;
    this.ids = ids;
    this.answers = answers;
  }

  /** Stops. Needs no Idempotency-Key: to stop twice does no harm. */
  @POST
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_ETHICS,
    Roles.ETHICS_SECRETARY,
    Roles.ETHICS_CHAIR,
    Roles.SEAT_CLINICAL,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE
  })
  @Clause("G-51")
  @Operation(operationId = "issueStop", summary = "Stops; needs no Idempotency-Key")
  @APIResponseSchema(value = StopView.class, responseCode = "201")
  public Response issue(@NotNull @Valid IssueStopRequest request) {
    StopOrder order =
        new StopOrder(
            new Stop.Id(ids.next()), request.scope().scope(), request.reasonCode(), request.note());
    IssueResult result =
        issueStop.issue(
            order,
            onDuty.act(
                Roles.DUTY_MANAGER,
                Roles.MEDICAL_AFFAIRS,
                Roles.SEAT_INFO_CENTRE,
                Roles.SEAT_ETHICS,
                Roles.ETHICS_SECRETARY,
                Roles.ETHICS_CHAIR,
                Roles.PHYSICIAN,
                Roles.SEAT_CLINICAL,
                Roles.RESIDENT,
                Roles.NURSE));
    return answers.answer(result);
  }

  /** What enforcement points must refuse. */
  @GET
  @RolesAllowed({
    Roles.GATEWAY_SYSTEM,
    Roles.HIS_SYSTEM,
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.SECURITY_ANALYST,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "listStopsInForce",
      summary = "All stops in force, and those lifted since an epoch")
  public StopsInForceView inForce(
      @QueryParam("since") @DefaultValue("0") @PositiveOrZero long since) {
    return StopsInForceView.of(stops.since(since));
  }

  /** One order, lifted or not. */
  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.SECURITY_ANALYST,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_MED_ENGINEERING,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_ETHICS,
    Roles.SEAT_LEGAL,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.AUDITOR
  })
  @Operation(operationId = "readStop", summary = "One stop order")
  @APIResponseSchema(value = StopView.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return stops.find(new Stop.Id(id)).map(answers::found).orElseGet(answers::unknown);
  }
}
