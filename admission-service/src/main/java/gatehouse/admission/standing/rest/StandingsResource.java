package gatehouse.admission.standing.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.application.Application;
import gatehouse.admission.application.Declaration.PatientData;
import gatehouse.admission.application.Deployment;
import gatehouse.admission.application.Egress;
import gatehouse.admission.application.Failover;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.Text;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.standing.AnswerStanding;
import gatehouse.admission.standing.Standing;
import gatehouse.admission.tiering.Supervision;
import gatehouse.admission.tiering.Tier;
import gatehouse.web.Reason;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What enforcement points ask before every use; a question, so nothing is changed by it. */
@Path("/v1/standings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StandingsResource {
  private final AnswerStanding standings;
  private final Answers answers;

  StandingsResource(AnswerStanding standings, Answers answers) {
    this.standings = standings;
    this.answers = answers;
  }

  record StandingRequest(
      @NotBlank @Size(max = 64) String application,
      @Nullable @Size(max = 100) String productDigest,
      @Nullable @Size(max = 100) String user,
      @Nullable @Size(max = 100) String place) {}

  /**
   * How it stands.
   *
   * @param validUntil something may run out by itself then: ask again
   */
  record StandingView(
      ApplicationPart application,
      StandingVerdict admission,
      StandingVerdict training,
      Instant validUntil) {}

  record StandingVerdict(boolean passed, List<Reason> reasons) {}

  /** A tier that was not decided yet is told as HIGH: the strictest is asked of whoever asks. */
  record ApplicationPart(
      UUID id,
      String code,
      String status,
      Tier tier,
      String digest,
      String product,
      String version,
      String vendor,
      String department,
      String scenario,
      PatientData patientData,
      Egress egress,
      Supervision supervision,
      List<StandingDeployment> deployments,
      @Nullable StandingFailover failover,
      long revision) {}

  /**
   * A place where the application was admitted to run, as the gateway's upstreams file calls it.
   */
  record StandingDeployment(String name, Deployment.Zone zone, String country) {
    static StandingDeployment of(Deployment deployment) {
      return new StandingDeployment(deployment.name(), deployment.zone(), deployment.country());
    }
  }

  record StandingFailover(Failover.Mode mode, @Nullable String backup, Text manualRoute) {}

  @POST
  @RolesAllowed({"GATEWAY_SYSTEM", "HIS_SYSTEM"})
  @APIResponseSchema(
      value = StandingView.class,
      responseCode = "200",
      responseDescription = "How it stands, and until when that may be relied on")
  public Response answer(@Valid @NotNull StandingRequest request) {
    AnswerStanding.Question question =
        new AnswerStanding.Question(
            request.application(), request.productDigest(), request.user(), request.place());
    return answers.ok(standings.answer(question), this::view);
  }

  private StandingView view(Standing standing) {
    return new StandingView(
        part(standing),
        verdict(standing.admission()),
        verdict(standing.training()),
        standing.validUntil());
  }

  private StandingVerdict verdict(List<Refusal> refusals) {
    return new StandingVerdict(refusals.isEmpty(), answers.reasons(refusals));
  }

  private static ApplicationPart part(Standing standing) {
    Application application = standing.application();
    Grant grant = application.grant();
    Tier tier = application.tier();
    Failover plan = standing.failover();
    return new ApplicationPart(
        application.id().value(),
        application.identity().code(),
        standing.status(),
        tier == null ? Tier.HIGH : tier,
        application.identity().digest(),
        application.identity().product(),
        application.identity().version(),
        application.identity().vendor(),
        application.identity().department(),
        application.identity().scenario(),
        application.declaration().patientData(),
        grant == null ? Egress.NONE : grant.egress(),
        application.supervision(),
        application.declaration().deployments().stream().map(StandingDeployment::of).toList(),
        plan == null ? null : new StandingFailover(plan.mode(), plan.backup(), plan.manualRoute()),
        application.revision());
  }
}
