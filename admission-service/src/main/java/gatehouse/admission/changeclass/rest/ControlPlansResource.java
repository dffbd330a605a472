package gatehouse.admission.changeclass.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.changeclass.ControlPlan;
import gatehouse.admission.changeclass.LeadPlan;
import gatehouse.admission.changeclass.PlanId;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.SignedIn;
import gatehouse.web.Idempotent;
import gatehouse.web.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Predetermined change control plans. */
@Path("/v1/control-plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ControlPlansResource {
  private final LeadPlan lead;
  private final SignedIn signedIn;
  private final HospitalDay day;
  private final Ids ids;
  private final Answers answers;

  ControlPlansResource(
      LeadPlan lead, SignedIn signedIn, HospitalDay day, Ids ids, Answers answers) {
    this.lead = lead;
    this.signedIn = signedIn;
    this.day = day;
    this.ids = ids;
    this.answers = answers;
  }

  record PlanThresholdPart(
      @NotBlank @Size(max = 100) String metric,
      @NotNull Threshold.Bound bound,
      @NotNull BigDecimal limit) {}

  /** mayChange names questions of the change rules that may be answered YES within the plan. */
  record ControlPlanRequest(
      @NotBlank @Size(max = 64) String application,
      @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 100) String> mayChange,
      @NotEmpty @Size(max = 20) List<@Valid @NotNull PlanThresholdPart> thresholds) {

    ControlPlan.Content toContent() {
      return new ControlPlan.Content(
          new TreeSet<>(mayChange),
          thresholds.stream().map(t -> new Threshold(t.metric(), t.bound(), t.limit())).toList());
    }
  }

  /** REJECT needs a reason and ends the plan. */
  record PlanReviewRequest(
      @NotNull Seat seat, @NotNull Choice choice, @Nullable @Size(max = 4000) String reason) {}

  record ControlPlanView(
      UUID id,
      String application,
      ControlPlan.Phase phase,
      SortedSet<String> mayChange,
      List<Threshold> thresholds,
      Set<Seat> asked,
      List<Seat> reviewed,
      long revision) {}

  @POST
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = ControlPlanView.class, responseCode = "201")
  public Response record(@Valid @NotNull ControlPlanRequest request) {
    return answers.created(
        lead.record(
            new PlanId(ids.next()), request.application(), request.toContent(), signedIn.person()),
        ControlPlansResource::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    "ADMISSION_SECRETARY",
    "DEPARTMENT_APPLICANT",
    "SEAT_INFO_CENTRE",
    "SEAT_MED_ENGINEERING",
    "AUDITOR"
  })
  @APIResponseSchema(value = ControlPlanView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    return answers.ok(lead.find(new PlanId(id)), ControlPlansResource::view);
  }

  @POST
  @Path("/{id}/reviews")
  @Idempotent
  @RolesAllowed({"SEAT_MED_ENGINEERING", "SEAT_INFO_CENTRE"})
  @APIResponseSchema(value = ControlPlanView.class, responseCode = "200")
  public Response review(@PathParam("id") UUID id, @Valid @NotNull PlanReviewRequest request) {
    Person reviewer = signedIn.person();
    SeatReview.Word word =
        new SeatReview.Word(
            request.seat(), reviewer.subject(), request.choice(), request.reason(), day.now());
    return answers.ok(lead.review(new PlanId(id), word, reviewer), ControlPlansResource::view);
  }

  private static ControlPlanView view(ControlPlan plan) {
    return new ControlPlanView(
        plan.id().value(),
        plan.code(),
        plan.phase(),
        plan.mayChange(),
        plan.thresholds(),
        plan.review().asked(),
        plan.review().words().stream().map(SeatReview.Word::seat).toList(),
        plan.revision());
  }
}
