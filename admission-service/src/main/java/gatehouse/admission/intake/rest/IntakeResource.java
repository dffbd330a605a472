package gatehouse.admission.intake.rest;

import gatehouse.admission.application.Application;
import gatehouse.admission.intake.RegisterApplication;
import gatehouse.admission.intake.ReopenTrack;
import gatehouse.admission.intake.SubmitFacts;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Assessment;
import gatehouse.admission.tiering.Facts;
import gatehouse.admission.tiering.FiredRule;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * How an application comes in: registered by its department, its facts signed, its track opened.
 */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IntakeResource {
  private final RegisterApplication registration;
  private final SubmitFacts submission;
  private final ReopenTrack reopening;
  private final Desk desk;
  private final SignedIn signedIn;

  IntakeResource(
      RegisterApplication registration,
      SubmitFacts submission,
      ReopenTrack reopening,
      Desk desk,
      SignedIn signedIn) {
    this.registration = registration;
    this.submission = submission;
    this.reopening = reopening;
    this.desk = desk;
    this.signedIn = signedIn;
  }

  record RegisteredView(UUID id, String code, String status, String digest) {}

  /** Every question of the ruleset in force, answered YES, NO or UNKNOWN. */
  record FactsRequest(@NotEmpty Map<@NotBlank String, @NotNull Answer> answers) {}

  /** track is STRICT, FILING or PROHIBITED; case or filing is the id under which it goes on. */
  record SubmittedView(
      String code,
      String track,
      @Nullable UUID caseId,
      @Nullable UUID filingId,
      @Nullable Tier tier,
      @Nullable Tier floor,
      String rulesetVersion,
      List<FiredRule> trace) {}

  record TrackView(String code, UUID id) {}

  @POST
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = RegisteredView.class, responseCode = "201")
  public Response register(@Valid @NotNull ApplyRequest request) {
    RegisterApplication.Wish wish =
        new RegisterApplication.Wish(
            desk.ids().next(), request.code(), request.version(), request.scenario());
    return desk.answers()
        .created(
            registration.register(wish, request.toDeclaration(), signedIn.person()),
            IntakeResource::view);
  }

  /** For a draft that was registered without it, or with a mistake in it. */
  @POST
  @Path("/{code}/access")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = RegisteredView.class, responseCode = "200")
  public Response declareAccess(
      @PathParam("code") String code, @Valid @NotNull ApplyRequest.AccessPart request) {
    return desk.answers()
        .ok(
            registration.declareAccess(code, request.toAccess(), signedIn.person()),
            IntakeResource::view);
  }

  @POST
  @Path("/{code}/submission")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = SubmittedView.class, responseCode = "200")
  public Response submit(@PathParam("code") String code, @Valid @NotNull FactsRequest request) {
    return desk.answers()
        .ok(
            submission.submit(
                code, Facts.of(request.answers()), signedIn.person(), desk.ids().next()),
            IntakeResource::view);
  }

  /** Opens a new case or filing after one that ended; the ended one is cited. */
  @POST
  @Path("/{code}/tracks")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = TrackView.class, responseCode = "201")
  public Response reopen(@PathParam("code") String code) {
    return desk.answers()
        .created(
            reopening.reopen(code, signedIn.person(), desk.ids().next()),
            id -> new TrackView(code, id));
  }

  private static RegisteredView view(Application application) {
    return new RegisteredView(
        application.id().value(),
        application.identity().code(),
        "DRAFT",
        application.identity().digest());
  }

  private static SubmittedView view(SubmitFacts.Submitted submitted) {
    String code = submitted.application().identity().code();
    return switch (submitted.assessment()) {
      case Assessment.Prohibited word ->
          new SubmittedView(
              code, "PROHIBITED", null, null, null, null, word.rulesetVersion(), word.trace());
      case Assessment.Tiered word -> view(code, word.decision(), submitted.caseOrFiling());
    };
  }

  private static SubmittedView view(String code, TierDecision decision, @Nullable UUID track) {
    boolean low = decision.tier() == Tier.LOW;
    return new SubmittedView(
        code,
        low ? "FILING" : "STRICT",
        low ? null : track,
        low ? track : null,
        decision.tier(),
        decision.floor(),
        decision.rulesetVersion(),
        decision.trace());
  }
}
