package gatehouse.admission.training.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.training.AssessmentWindow;
import gatehouse.admission.training.Competence;
import gatehouse.admission.training.RecordTraining;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who is trained until when, and who works without AI when. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TrainingResource {
  private final RecordTraining training;
  private final Answers answers;

  TrainingResource(RecordTraining training, Answers answers) {
    this.training = training;
    this.answers = answers;
  }

  /** user is the staff id that the hospital's systems send; product is the product's name. */
  record CompetenceRequest(
      @NotBlank @Size(max = 100) String user,
      @NotBlank @Size(max = 200) String product,
      @NotNull LocalDate validUntil) {}

  record WindowRequest(
      @NotBlank @Size(max = 100) String user, @NotNull Instant from, @NotNull Instant to) {}

  @POST
  @Path("/competences")
  @Idempotent
  @RolesAllowed({"MEDICAL_AFFAIRS", "QUALITY_OFFICER"})
  @APIResponseSchema(value = CompetenceRequest.class, responseCode = "201")
  public Response record(@Valid @NotNull CompetenceRequest request) {
    Competence competence = new Competence(request.user(), request.product(), request.validUntil());
    return answers.created(training.record(competence), _ -> request);
  }

  @POST
  @Path("/assessment-windows")
  @Idempotent
  @RolesAllowed({"MEDICAL_AFFAIRS", "QUALITY_OFFICER"})
  @APIResponseSchema(value = WindowRequest.class, responseCode = "201")
  public Response open(@Valid @NotNull WindowRequest request) {
    if (!request.from().isBefore(request.to())) {
      return answers.created(Outcome.refused(Refusal.ENDS_BEFORE_IT_BEGINS), _ -> request);
    }
    AssessmentWindow window = new AssessmentWindow(request.user(), request.from(), request.to());
    return answers.created(training.open(window), _ -> request);
  }
}
