package gatehouse.admission.evaluation.rest;

import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Protocol;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Evidence of an admission case. Ethics decisions have an entrance of their own (A9). */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EvidenceResource {
  private static final String DIGEST = "sha256:[0-9a-f]{64}";

  private final CaseDesk desk;

  EvidenceResource(CaseDesk desk) {
    this.desk = desk;
  }

  record ThresholdPart(
      @NotBlank @Size(max = 100) String metric,
      @NotNull Threshold.Bound bound,
      @NotNull BigDecimal limit) {
    Threshold toThreshold() {
      return new Threshold(metric, bound, limit);
    }
  }

  record ThresholdsRequest(
      @NotNull EvidenceKind kind,
      @NotEmpty @Size(max = 50) List<@Valid @NotNull ThresholdPart> thresholds) {}

  /** The result is computed for TECH and FAIR; for the others, passed is the author's word. */
  record EvidenceRequest(
      @NotNull EvidenceKind kind,
      @NotNull @Pattern(regexp = DIGEST) String fileDigest,
      @Nullable Boolean passed,
      @Nullable Map<@NotBlank String, @NotNull BigDecimal> measures,
      @Nullable Instant ranAt,
      @Nullable LocalDate validUntil) {}

  /** Decision of the ethics committee; a disapproval cannot be overruled by anybody. */
  record EthicsRequest(
      @NotNull Decision decision,
      @NotNull @Pattern(regexp = DIGEST) String fileDigest,
      @Nullable LocalDate validUntil) {

    enum Decision {
      APPROVED,
      DISAPPROVED
    }
  }

  record FairnessRequest(@NotBlank @Size(max = 4000) String answer) {}

  @POST
  @Path("/thresholds")
  @Idempotent
  @RolesAllowed({"SEAT_MED_ENGINEERING", "SEAT_INFO_CENTRE", "ADMISSION_SECRETARY"})
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response fix(@PathParam("id") UUID id, @Valid @NotNull ThresholdsRequest request) {
    List<Threshold> thresholds =
        request.thresholds().stream().map(ThresholdPart::toThreshold).toList();
    return desk.step(
        id,
        now ->
            now.found()
                .thresholdsFixed(
                    request.kind(), new Protocol(thresholds, now.by().subject(), now.now())));
  }

  @POST
  @Path("/evidence")
  @Idempotent
  @RolesAllowed({
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "ADMISSION_SECRETARY",
    "PHYSICIAN"
  })
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response file(@PathParam("id") UUID id, @Valid @NotNull EvidenceRequest request) {
    if (request.kind() == EvidenceKind.ETH) {
      return desk.answer(Outcome.refused(Refusal.EVIDENCE_AUTHOR));
    }
    return desk.step(
        id,
        now ->
            now.found()
                .evidenceFiled(
                    new Evidence(
                        request.kind(),
                        request.fileDigest(),
                        Boolean.TRUE.equals(request.passed()),
                        new TreeMap<>(request.measures() == null ? Map.of() : request.measures()),
                        request.ranAt(),
                        request.validUntil(),
                        now.by().subject(),
                        now.now()),
                    now.by()));
  }

  @POST
  @Path("/ethics-decisions")
  @Idempotent
  @RolesAllowed({"ETHICS_SECRETARY", "ETHICS_MEMBER", "ETHICS_CHAIR"})
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response decide(@PathParam("id") UUID id, @Valid @NotNull EthicsRequest request) {
    return desk.step(
        id,
        now ->
            now.found()
                .evidenceFiled(
                    new Evidence(
                        EvidenceKind.ETH,
                        request.fileDigest(),
                        request.decision() == EthicsRequest.Decision.APPROVED,
                        new TreeMap<>(),
                        null,
                        request.validUntil(),
                        now.by().subject(),
                        now.now()),
                    now.by()));
  }

  @POST
  @Path("/fairness-answer")
  @Idempotent
  @RolesAllowed("SEAT_ETHICS")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response answer(@PathParam("id") UUID id, @Valid @NotNull FairnessRequest request) {
    return desk.step(id, now -> now.found().fairnessAnswered(request.answer(), now.by()));
  }
}
