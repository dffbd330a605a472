package gatehouse.gateway.output.rest;

import gatehouse.gateway.output.JudgeOutput.Reading;
import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputLedger;
import gatehouse.gateway.output.OutputResult;
import gatehouse.gateway.output.OutputState;
import gatehouse.gateway.output.RegisterOutside;
import gatehouse.gateway.output.ShowOutput.Erased;
import gatehouse.gateway.output.ShowOutput.HeldElsewhere;
import gatehouse.gateway.output.ShowOutput.Lost;
import gatehouse.gateway.output.ShowOutput.Shown;
import gatehouse.gateway.output.ShowOutput.Unknown;
import gatehouse.gateway.output.ShowOutput.Withheld;
import gatehouse.gateway.output.rest.OutputRequests.ConfirmRequest;
import gatehouse.gateway.output.rest.OutputRequests.EditRequest;
import gatehouse.gateway.output.rest.OutputRequests.OutsideRequest;
import gatehouse.gateway.output.rest.OutputRequests.RejectRequest;
import gatehouse.gateway.output.rest.OutputView.ContentView;
import gatehouse.gateway.output.rest.OutputView.OutputPage;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.physician.Physicians;
import gatehouse.gateway.physician.Physicians.Physician;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What AIs said here, and a physician's word about it. */
@Path("/v1/outputs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OutputsResource {
  private final OutputDesk desk;
  private final RegisterOutside registerOutside;
  private final Physicians physicians;
  private final Callers callers;
  private final OutputAnswers answers;

  OutputsResource(
      OutputDesk desk,
      RegisterOutside registerOutside,
      Physicians physicians,
      Callers callers,
      OutputAnswers answers) {
    this.desk = desk;
    this.registerOutside = registerOutside;
    this.physicians = physicians;
    this.callers = callers;
    this.answers = answers;
  }

  /**
   * A page of the register, the newest first.
   *
   * @param state {@code PENDING} leaves out what was erased, which waits for nobody
   * @param mine only outputs of calls that this physician made
   * @param hasty only those decided about faster than a human reads
   */
  @GET
  @RolesAllowed({"PHYSICIAN", "QUALITY_OFFICER", "MEDICAL_AFFAIRS", "AUDITOR"})
  @Operation(operationId = "listOutputs", summary = "Outputs without their texts, newest first")
  public OutputPage list(
      @QueryParam("state") OutputState.@Nullable OutputStateName state,
      @QueryParam("application") @Size(max = 64) @Nullable String application,
      @QueryParam("mine") @DefaultValue("false") boolean mine,
      @QueryParam("hasty") @DefaultValue("false") boolean hasty,
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    String userRef = mine ? physicians.present().map(Physician::ref).orElse("nobody") : null;
    List<Output> found =
        desk.ledger()
            .find(new OutputLedger.Query(state, application, userRef, hasty, null, before, limit));
    return new OutputPage(
        found.stream().map(OutputView::of).toList(),
        found.size() < limit ? null : found.getLast().id());
  }

  /** One output, without its text. */
  @GET
  @Path("/{id}")
  @RolesAllowed({
    "PHYSICIAN",
    "QUALITY_OFFICER",
    "MEDICAL_AFFAIRS",
    "AUDITOR",
    "HIS_SYSTEM",
    "EMR_SYSTEM"
  })
  @Operation(operationId = "readOutput", summary = "One output without its text")
  @APIResponseSchema(value = OutputView.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return desk.ledger()
        .find(id)
        .map(output -> Response.ok(OutputView.of(output)).build())
        .orElseGet(answers::unknown);
  }

  /** The text, for a licensed physician; the auditor sees who looked. */
  @GET
  @Path("/{id}/content")
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "readOutputContent", summary = "The text; who looked is recorded")
  @APIResponseSchema(value = ContentView.class, responseCode = "200")
  public Response content(@PathParam("id") UUID id) {
    return physicians
        .present()
        .map(physician -> shown(id, physician))
        .orElseGet(answers::notLicensed);
  }

  private Response shown(UUID id, Physician physician) {
    return switch (desk.show().show(id, physician)) {
      case Shown(Output output, String text) ->
          Response.ok(new ContentView(id, output.state().name(), output.digest(), text))
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build();
      case Unknown _ -> answers.unknown();
      case Erased _ -> answers.erased();
      case Lost _ -> answers.lost();
      case HeldElsewhere _ -> answers.notHeld();
      case Withheld(List<Refusal> reasons) -> answers.withheld(reasons);
    };
  }

  /** Registers what an AI outside the gateway made. */
  @POST
  @Idempotent
  @RolesAllowed({"HIS_SYSTEM", "EMR_SYSTEM"})
  @Operation(
      operationId = "registerOutput",
      summary = "An AI outside the gateway registers what it made under its permit; pending")
  @APIResponseSchema(value = OutputView.class, responseCode = "201")
  public Response register(@NotNull @Valid OutsideRequest request) {
    return answers.created(
        registerOutside.register(
            request.permitId(),
            new RegisterOutside.Claim(
                request.application(), request.encounter(), request.responsibleClinician()),
            new RegisterOutside.Made(
                request.inputDigest(),
                request.text(),
                request.contentDigest(),
                Boolean.TRUE.equals(request.labelled())),
            callers.calling("HIS_SYSTEM", "EMR_SYSTEM")));
  }

  /** Takes it as it is. */
  @POST
  @Path("/{id}/confirm")
  @Idempotent
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "confirmOutput", summary = "A licensed physician takes it as it is")
  @APIResponseSchema(value = OutputView.class, responseCode = "200")
  public Response confirm(@PathParam("id") UUID id, @NotNull @Valid ConfirmRequest request) {
    return decide(physician ->
        desk.judge()
            .confirm(physician, new Reading(id, request.contentDigest(), request.statement())));
  }

  /** Takes it in other words. */
  @POST
  @Path("/{id}/edit")
  @Idempotent
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "editOutput", summary = "A licensed physician takes it in other words")
  @APIResponseSchema(value = OutputView.class, responseCode = "200")
  public Response edit(@PathParam("id") UUID id, @NotNull @Valid EditRequest request) {
    return decide(physician ->
        desk.judge()
            .edit(
                physician,
                new Reading(id, request.contentDigest(), request.statement()),
                request.text()));
  }

  /** Does not take it. */
  @POST
  @Path("/{id}/reject")
  @Idempotent
  @RolesAllowed("PHYSICIAN")
  @Operation(operationId = "rejectOutput", summary = "A licensed physician does not take it")
  @APIResponseSchema(value = OutputView.class, responseCode = "200")
  public Response reject(@PathParam("id") UUID id, @NotNull @Valid RejectRequest request) {
    return decide(physician ->
        desk.judge()
            .reject(
                physician,
                new Reading(id, request.contentDigest(), request.statement()),
                request.reason()));
  }

  private Response decide(Function<Physician, OutputResult> decision) {
    return physicians.present().map(decision).map(answers::of).orElseGet(answers::notLicensed);
  }
}
