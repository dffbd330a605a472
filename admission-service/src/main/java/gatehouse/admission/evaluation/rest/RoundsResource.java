package gatehouse.admission.evaluation.rest;

import gatehouse.admission.application.Egress;
import gatehouse.admission.evaluation.CaseId;
import gatehouse.admission.evaluation.LeadCase;
import gatehouse.admission.evaluation.Proposal;
import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Interests;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.Stage;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * The panel of a case: seats, rounds and ballots. A seat is taken and voted with one's own token.
 */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RoundsResource {
  private final CaseDesk desk;
  private final LeadCase lead;
  private final Ids ids;

  RoundsResource(CaseDesk desk, LeadCase lead, Ids ids) {
    this.desk = desk;
    this.lead = lead;
    this.ids = ids;
  }

  /** interests NONE takes the seat; DECLARED takes the person out of the case. */
  record SeatRequest(@NotNull Seat seat, @NotNull Interests interests) {}

  /** egress, conditions and until are what an ADMISSION round decides on. */
  record RoundRequest(
      @NotNull Stage stage,
      @NotNull Instant closesAt,
      @Nullable Egress egress,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 500) String> conditions,
      @Nullable LocalDate until) {

    @Nullable Proposal toProposal() {
      return stage == Stage.PILOT_ENTRY
          ? null
          : new Proposal(
              egress == null ? Egress.NONE : egress,
              conditions == null ? List.of() : conditions,
              until);
    }
  }

  /** bundleHash is that of the open round; releasedReason is what the vendor may read. */
  record BallotRequest(
      @NotNull Seat seat,
      @NotNull Choice choice,
      @NotBlank String bundleHash,
      @Nullable @Size(max = 4000) String reason,
      @Nullable @Size(max = 4000) String releasedReason) {}

  @POST
  @Path("/seats")
  @Idempotent
  @RolesAllowed({
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS"
  })
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response sit(@PathParam("id") UUID id, @Valid @NotNull SeatRequest request) {
    return desk.step(
        id,
        now ->
            switch (request.interests()) {
              case NONE -> now.found().seated(request.seat(), now.by());
              case DECLARED -> now.found().recused(now.by());
            });
  }

  @POST
  @Path("/rounds")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response open(@PathParam("id") UUID id, @Valid @NotNull RoundRequest request) {
    return desk.answer(
        lead.openRound(new CaseId(id), ids.next(), request.closesAt(), request.toProposal()));
  }

  @POST
  @Path("/ballots")
  @Idempotent
  @RolesAllowed({
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS"
  })
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response vote(@PathParam("id") UUID id, @Valid @NotNull BallotRequest request) {
    return desk.step(
        id,
        now ->
            now.found()
                .rounds()
                .ballotCast(
                    new Ballot(
                        request.seat(),
                        now.by().subject(),
                        request.choice(),
                        request.reason(),
                        request.releasedReason(),
                        request.bundleHash(),
                        now.now()),
                    now.by()));
  }

  /** Ends a round whose deadline has passed; nothing of it counts. */
  @POST
  @Path("/voidance")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id) {
    return desk.step(id, now -> now.found().rounds().overdueVoided(now.now()));
  }
}
