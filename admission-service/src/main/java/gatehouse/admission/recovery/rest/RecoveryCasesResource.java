package gatehouse.admission.recovery.rest;

import gatehouse.admission.recovery.Matter;
import gatehouse.admission.recovery.OpenRecovery;
import gatehouse.admission.recovery.RecoveryCases;
import gatehouse.admission.recovery.RecoveryId;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.web.Idempotent;
import gatehouse.web.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Recovery cases: asking the panel whether what a stop holds may start again. */
@Path("/v1/recovery-cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecoveryCasesResource {
  private static final String DIGEST = "sha256:[0-9a-f]{64}";

  private final OpenRecovery opening;
  private final RecoveryCases cases;
  private final RecoveryDesk desk;
  private final Ids ids;

  RecoveryCasesResource(OpenRecovery opening, RecoveryCases cases, RecoveryDesk desk, Ids ids) {
    this.opening = opening;
    this.cases = cases;
    this.desk = desk;
    this.ids = ids;
  }

  /** The stop's id and the digests of the two reports, as in its evaluation. */
  record RecoveryCaseRequest(
      @NotNull UUID stop,
      @NotNull @Pattern(regexp = DIGEST) String suiteReport,
      @NotNull @Pattern(regexp = DIGEST) String clinicalReport) {}

  @POST
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "201")
  public Response open(@Valid @NotNull RecoveryCaseRequest request) {
    OpenRecovery.Wish wish =
        new OpenRecovery.Wish(
            new RecoveryId(ids.next()),
            request.stop().toString(),
            new Matter.Reports(request.suiteReport(), request.clinicalReport()));
    return desk.created(opening.open(wish, desk.person()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    "ADMISSION_SECRETARY",
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "MEDICAL_AFFAIRS",
    "AUDITOR"
  })
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    return desk.answer(
        cases
            .find(new RecoveryId(id))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.RECOVERY_UNKNOWN)));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response withdraw(@PathParam("id") UUID id) {
    return desk.step(id, now -> now.found().withdrawn());
  }
}
