package gatehouse.gateway.block.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.block.BlockCase;
import gatehouse.gateway.block.CaseResult;
import gatehouse.gateway.block.CaseState;
import gatehouse.gateway.block.Cases;
import gatehouse.gateway.block.HandleBlock;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Callers;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The security desk's work on blocks; false positives wait here for a change of the rule. */
@Path("/v1/block-cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BlockCasesResource {
  private static final String[] DESK = {"SECURITY_ANALYST", "SEAT_INFO_CENTRE"};

  private final HandleBlock handleBlock;
  private final Cases cases;
  private final Callers callers;
  private final Problems problems;

  BlockCasesResource(HandleBlock handleBlock, Cases cases, Callers callers, Problems problems) {
    this.handleBlock = handleBlock;
    this.cases = cases;
    this.callers = callers;
    this.problems = problems;
  }

  /** A verdict. */
  record TriageRequest(BlockCase.@NotNull Verdict verdict) {}

  /**
   * What the caller was told, or which rule shall change.
   *
   * @param text never a patient's data
   */
  record ExplainRequest(@NotBlank @Size(max = 2000) String text) {}

  /**
   * What was changed. It is written into the journal: never a patient's data.
   *
   * @param reference id of the rule, or file and entry: {@code no-names/杜仲}
   * @param version the first one that has the change
   */
  record ReleaseRequest(
      BlockCase.RuleChange.@NotNull RuleKind kind,
      @NotNull @Pattern(regexp = "[\\p{L}\\p{N}._:/#-]{1,120}") String reference,
      @NotNull @Pattern(regexp = "[A-Za-z0-9._:+-]{1,64}") String version) {
    BlockCase.RuleChange change() {
      return new BlockCase.RuleChange(kind, reference, version);
    }
  }

  /** A case as it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseView(
      UUID blockId,
      CaseState.Name state,
      BlockCase.Verdict verdict,
      @Nullable String explanation,
      BlockCase.@Nullable RuleChange change,
      Instant changedAt) {
    static CaseView of(BlockCase it) {
      return new CaseView(
          it.block(),
          it.state().name(),
          it.verdict(),
          it.explanation(),
          it.change(),
          it.changedAt());
    }
  }

  /** One page, the newest blocks first; the next page begins with {@code before=next}. */
  record CasePage(List<CaseView> cases, @Nullable UUID next) {}

  /** Cases; {@code verdict=FALSE_POSITIVE} with a state is the queue. */
  @GET
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE", "AUDITOR"})
  @Operation(operationId = "listBlockCases", summary = "Cases of the desk, newest blocks first")
  public CasePage list(
      @QueryParam("state") CaseState.@Nullable Name state,
      @QueryParam("verdict") BlockCase.@Nullable Verdict verdict,
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    List<BlockCase> found = cases.find(state, verdict, before, limit);
    return new CasePage(
        found.stream().map(CaseView::of).toList(),
        found.size() < limit ? null : found.getLast().block());
  }

  /** Gives a verdict. */
  @POST
  @Path("/{id}/triage")
  @Idempotent
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE"})
  @Operation(operationId = "triageBlock", summary = "Right, wrong, or a drill")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response triage(@PathParam("id") UUID id, @NotNull @Valid TriageRequest request) {
    return answer(handleBlock.triage(id, request.verdict(), caller()));
  }

  /** Writes down what was said. */
  @POST
  @Path("/{id}/explain")
  @Idempotent
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE"})
  @Operation(operationId = "explainBlock", summary = "What the caller was told")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response explain(@PathParam("id") UUID id, @NotNull @Valid ExplainRequest request) {
    return answer(handleBlock.explain(id, request.text(), caller()));
  }

  /** The second person, who names the change. */
  @POST
  @Path("/{id}/release")
  @Idempotent
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE"})
  @Operation(
      operationId = "releaseFalsePositive",
      summary = "A second person names the change of a rule that a false positive led to")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response release(@PathParam("id") UUID id, @NotNull @Valid ReleaseRequest request) {
    return answer(handleBlock.release(id, request.change(), caller()));
  }

  /** Ends the case. */
  @POST
  @Path("/{id}/close")
  @Idempotent
  @RolesAllowed({"SECURITY_ANALYST", "SEAT_INFO_CENTRE"})
  @Operation(operationId = "closeBlockCase", summary = "Ends the case")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id) {
    return answer(handleBlock.close(id, caller()));
  }

  private Caller caller() {
    return callers.calling(DESK);
  }

  private Response answer(CaseResult result) {
    return switch (result) {
      case CaseResult.Done(BlockCase handled) -> Response.ok(CaseView.of(handled)).build();
      case CaseResult.Unknown() -> problems.problem(BlockProblem.BLOCK_CASE_UNKNOWN);
      case CaseResult.WrongState() -> problems.problem(BlockProblem.BLOCK_CASE_WRONG_STATE);
      case CaseResult.NoFalsePositive() -> problems.problem(BlockProblem.NO_FALSE_POSITIVE);
      case CaseResult.SecondPersonNeeded() -> problems.problem(BlockProblem.SECOND_PERSON_NEEDED);
    };
  }
}
