package gatehouse.admission.vendorstatus.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.application.Application;
import gatehouse.admission.application.Egress;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.Status;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.vendorstatus.ProductStatus;
import gatehouse.admission.vendorstatus.ShowVendorStatus;
import gatehouse.web.Reason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a vendor's own products stand. The vendor is the token's, never a parameter. */
@Path("/v1/vendor/applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VendorApplicationsResource {
  private final ShowVendorStatus statuses;
  private final SignedIn signedIn;
  private final Answers answers;

  VendorApplicationsResource(ShowVendorStatus statuses, SignedIn signedIn, Answers answers) {
    this.statuses = statuses;
    this.signedIn = signedIn;
    this.answers = answers;
  }

  record DecisionView(
      Grant.Track track,
      Egress egress,
      List<String> conditions,
      @Nullable LocalDate until,
      @Nullable LocalDate certificateValidTo,
      Instant decidedAt) {}

  record StatusView(
      String code,
      String product,
      String version,
      String digest,
      String scenario,
      String department,
      @Nullable Tier tier,
      Status status,
      List<Reason> causes,
      @Nullable String stage,
      List<Reason> missing,
      @Nullable Instant nextDeadline,
      @Nullable String releasedReason,
      @Nullable DecisionView decision) {}

  @GET
  @RolesAllowed("VENDOR")
  public List<StatusView> own() {
    return statuses.of(signedIn.person()).stream().map(this::view).toList();
  }

  private StatusView view(ProductStatus status) {
    Application application = status.application();
    return new StatusView(
        application.identity().code(),
        application.identity().product(),
        application.identity().version(),
        application.identity().digest(),
        application.identity().scenario(),
        application.identity().department(),
        application.tier(),
        status.status(),
        answers.reasons(status.causes()),
        status.stage(),
        answers.reasons(status.missing()),
        status.nextDeadline(),
        status.releasedReason(),
        application.grant() == null ? null : view(application.grant()));
  }

  private static DecisionView view(Grant grant) {
    return new DecisionView(
        grant.track(),
        grant.egress(),
        grant.conditions(),
        grant.until(),
        grant.certificate() == null ? null : grant.certificate().expires(),
        grant.grantedAt());
  }
}
