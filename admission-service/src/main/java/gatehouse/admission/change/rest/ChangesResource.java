package gatehouse.admission.change.rest;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.change.ChangeCase;
import gatehouse.admission.change.ChangeId;
import gatehouse.admission.change.LeadChange;
import gatehouse.admission.change.OpenChange;
import gatehouse.admission.panel.Choice;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.tiering.Answer;
import gatehouse.admission.tiering.Facts;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The next version of an application that is in use. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChangesResource {
  private final OpenChange opening;
  private final LeadChange lead;
  private final SignedIn signedIn;
  private final HospitalDay day;
  private final ChangeDesk desk;

  ChangesResource(
      OpenChange opening, LeadChange lead, SignedIn signedIn, HospitalDay day, ChangeDesk desk) {
    this.opening = opening;
    this.lead = lead;
    this.signedIn = signedIn;
    this.day = day;
    this.desk = desk;
  }

  /** Every question of the change rules in force; the class of the change follows from them. */
  record ChangeRequest(
      @NotBlank @Size(max = 64) String application,
      @NotNull UUID version,
      @NotEmpty @Size(max = 100) Map<@NotBlank String, @NotNull Answer> answers,
      @NotNull @Size(max = 100) Map<@NotBlank String, @NotNull BigDecimal> measures,
      @NotNull @Pattern(regexp = "sha256:[0-9a-f]{64}") String evidence) {}

  /** REJECT needs a reason and ends the case; the old version stays admitted. */
  record ChangeReviewRequest(
      @NotNull Seat seat, @NotNull Choice choice, @Nullable @Size(max = 4000) String reason) {}

  /** 201 for a MAJOR change, too: it is kept, closed, and its reasons name the way. */
  @POST
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = ChangeView.class, responseCode = "201")
  public Response open(@Valid @NotNull ChangeRequest request) {
    OpenChange.Wish wish =
        new OpenChange.Wish(
            desk.nextId(),
            request.application(),
            request.version(),
            Facts.of(request.answers()),
            ChangeCase.Declared.of(request.measures(), request.evidence()));
    return desk.created(opening.open(wish, signedIn.person()));
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
  @APIResponseSchema(value = ChangeView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    return desk.ok(desk.found(new ChangeId(id)));
  }

  /** The approval that passes the case switches the version in the same transaction. */
  @POST
  @Path("/{id}/reviews")
  @Idempotent
  @RolesAllowed({"SEAT_MED_ENGINEERING", "SEAT_INFO_CENTRE"})
  @APIResponseSchema(value = ChangeView.class, responseCode = "200")
  public Response review(@PathParam("id") UUID id, @Valid @NotNull ChangeReviewRequest request) {
    Person reviewer = signedIn.person();
    SeatReview.Word word =
        new SeatReview.Word(
            request.seat(), reviewer.subject(), request.choice(), request.reason(), day.now());
    return desk.ok(lead.review(new ChangeId(id), word, reviewer));
  }

  /** Takes an open change back; the old version stays admitted. */
  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = ChangeView.class, responseCode = "200")
  public Response withdraw(@PathParam("id") UUID id) {
    return desk.ok(lead.withdraw(new ChangeId(id), signedIn.person()));
  }
}
