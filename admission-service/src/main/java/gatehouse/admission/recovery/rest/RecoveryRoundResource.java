package gatehouse.admission.recovery.rest;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Interests;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.recovery.LeadRecovery;
import gatehouse.admission.recovery.RecoveryId;
import gatehouse.web.Idempotent;
import gatehouse.web.Ids;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The panel of a recovery case. A seat is taken and voted with one's own token. */
@Path("/v1/recovery-cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecoveryRoundResource {
  private final RecoveryDesk desk;
  private final LeadRecovery lead;
  private final Ids ids;

  RecoveryRoundResource(RecoveryDesk desk, LeadRecovery lead, Ids ids) {
    this.desk = desk;
    this.lead = lead;
    this.ids = ids;
  }

  /** interests NONE takes the seat; DECLARED takes the person out of the case. */
  record RecoverySeatRequest(@NotNull Seat seat, @NotNull Interests interests) {}

  record RecoveryRoundRequest(@NotNull Instant closesAt) {}

  /** bundleHash is that of the case; REJECT needs a reason. */
  record RecoveryBallotRequest(
      @NotNull Seat seat,
      @NotNull Choice choice,
      @NotBlank String bundleHash,
      @Nullable @Size(max = 4000) String reason) {}

  @POST
  @Path("/{id}/seats")
  @Idempotent
  @RolesAllowed({
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS"
  })
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response sit(@PathParam("id") UUID id, @Valid @NotNull RecoverySeatRequest request) {
    return desk.step(
        id,
        now ->
            switch (request.interests()) {
              case NONE -> now.found().seated(request.seat(), now.by());
              case DECLARED -> now.found().recused(now.by());
            });
  }

  @POST
  @Path("/{id}/rounds")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response open(@PathParam("id") UUID id, @Valid @NotNull RecoveryRoundRequest request) {
    return desk.answer(lead.openRound(new RecoveryId(id), ids.next(), request.closesAt()));
  }

  @POST
  @Path("/{id}/ballots")
  @Idempotent
  @RolesAllowed({
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS"
  })
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response vote(@PathParam("id") UUID id, @Valid @NotNull RecoveryBallotRequest request) {
    return desk.step(
        id,
        now ->
            now.found()
                .ballotCast(
                    new Ballot(
                        request.seat(),
                        now.by().subject(),
                        request.choice(),
                        request.reason(),
                        null,
                        request.bundleHash(),
                        now.now()),
                    now.by()));
  }

  /** Ends a round whose deadline has passed; nothing of it counts. */
  @POST
  @Path("/{id}/voidance")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id) {
    return desk.step(id, now -> now.found().overdueVoided(now.now()));
  }
}
