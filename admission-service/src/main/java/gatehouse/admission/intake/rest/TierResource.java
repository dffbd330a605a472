package gatehouse.admission.intake.rest;

import gatehouse.admission.application.Application;
import gatehouse.admission.intake.ChangeTier;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.web.Idempotent;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Rule U: a seat raises the tier, five seats lower it, nobody goes below the floor. */
@Path("/v1/applications/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TierResource {
  private final ChangeTier tiers;
  private final SignedIn signedIn;
  private final Desk desk;

  TierResource(ChangeTier tiers, SignedIn signedIn, Desk desk) {
    this.tiers = tiers;
    this.signedIn = signedIn;
    this.desk = desk;
  }

  record TierRequest(
      @NotNull Seat seat, @NotNull Tier tier, @NotBlank @Size(max = 2000) String reason) {}

  /** endorsements counts the seats that agree to a lowering that is not complete yet. */
  record TierView(
      String code, @Nullable Tier tier, @Nullable Tier floor, int endorsements, int changes) {}

  @POST
  @Path("/tier-raises")
  @Idempotent
  @RolesAllowed({
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS"
  })
  @APIResponseSchema(value = TierView.class, responseCode = "200")
  public Response raise(@PathParam("code") String code, @Valid @NotNull TierRequest request) {
    return desk.answers()
        .ok(tiers.raise(code, word(request), signedIn.person()), TierResource::view);
  }

  @POST
  @Path("/tier-lowerings")
  @Idempotent
  @RolesAllowed({
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS"
  })
  @APIResponseSchema(value = TierView.class, responseCode = "200")
  public Response lower(@PathParam("code") String code, @Valid @NotNull TierRequest request) {
    return desk.answers()
        .ok(tiers.endorseLowering(code, word(request), signedIn.person()), TierResource::view);
  }

  private ChangeTier.Word word(TierRequest request) {
    return new ChangeTier.Word(request.seat(), request.tier(), request.reason(), desk.ids().next());
  }

  private static TierView view(Application application) {
    TierDecision decision = application.tiering();
    return new TierView(
        application.identity().code(),
        application.tier(),
        decision == null ? null : decision.floor(),
        decision == null ? 0 : decision.lowering().size(),
        decision == null ? 0 : decision.changes().size());
  }
}
