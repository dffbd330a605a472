package gatehouse.admission.assessment.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.assessment.AssessmentResult;
import gatehouse.admission.assessment.RecordResult;
import gatehouse.admission.assessment.ReportDecay;
import gatehouse.admission.assessment.SkillDecay;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Skill tests without AI. */
@Path("/v1/assessment-results")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AssessmentResource {
  /** A code: a free text could name somebody, and it stands in a URL. */
  private static final String SKILL = "[A-Z][A-Z0-9_]{1,49}";

  private final RecordResult record;
  private final ReportDecay report;
  private final Answers answers;

  AssessmentResource(RecordResult record, ReportDecay report, Answers answers) {
    this.record = record;
    this.report = report;
    this.answers = answers;
  }

  /** user is the staff id that the hospital's systems send; points run from 0 to 100. */
  record AssessmentRequest(
      @NotBlank @Size(max = 100) String user,
      @NotNull @Pattern(regexp = SKILL) String skill,
      @NotNull Instant takenAt,
      @NotNull @Min(0) @Max(AssessmentResult.MOST_POINTS) Integer points,
      @NotNull Boolean passed) {

    AssessmentResult toResult() {
      return new AssessmentResult(user, skill, takenAt, points, passed);
    }
  }

  record AssessmentView(Instant takenAt, int points, boolean passed) {
    static AssessmentView of(AssessmentResult result) {
      return new AssessmentView(result.takenAt(), result.points(), result.passed());
    }
  }

  record DeclineView(String user, AssessmentView best, AssessmentView last) {}

  /** examined people have a result, repeated ones also an earlier one. */
  record DecayView(String skill, int examined, int repeated, List<DeclineView> declines) {}

  @POST
  @Idempotent
  @RolesAllowed({"MEDICAL_AFFAIRS", "QUALITY_OFFICER"})
  @Operation(
      operationId = "recordAssessmentResult",
      summary = "The result of a skill test taken in an assessment window")
  @APIResponseSchema(value = AssessmentView.class, responseCode = "201")
  public Response record(@Valid @NotNull AssessmentRequest request) {
    return answers.created(record.record(request.toResult()), AssessmentView::of);
  }

  @GET
  @Path("/decay")
  @RolesAllowed({"MEDICAL_AFFAIRS", "QUALITY_OFFICER", "AUDITOR"})
  @Operation(
      operationId = "reportSkillDecay",
      summary = "Whose last result of a skill is worse than an earlier one, the deepest fall first")
  public DecayView decay(@QueryParam("skill") @NotNull @Pattern(regexp = SKILL) String skill) {
    SkillDecay decay = report.of(skill);
    return new DecayView(
        skill,
        decay.examined(),
        decay.repeated(),
        decay.declines().stream()
            .map(one ->
                new DeclineView(
                    one.last().user(),
                    AssessmentView.of(one.best()),
                    AssessmentView.of(one.last())))
            .toList());
  }
}
