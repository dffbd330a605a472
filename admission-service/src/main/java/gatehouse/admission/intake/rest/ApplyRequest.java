package gatehouse.admission.intake.rest;

import gatehouse.admission.application.Declaration;
import gatehouse.admission.application.Declaration.PatientData;
import gatehouse.admission.application.Deployment;
import gatehouse.admission.application.Egress;
import gatehouse.admission.application.Failover;
import gatehouse.admission.application.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department asks for one use of one version. */
record ApplyRequest(
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,63}") String code,
    @NotNull UUID version,
    @NotBlank String scenario,
    @NotBlank @Size(max = 100) String owner,
    @NotEmpty @Size(max = 10) List<@Valid @NotNull DeploymentPart> deployments,
    @Nullable @Valid FailoverPart failover,
    @NotNull @Valid WorkflowPart workflow,
    @NotNull PatientData patientData,
    @NotNull Egress egress,
    @Nullable @Valid AccessPart access) {

  record DeploymentPart(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,63}") String name,
      @NotNull Deployment.Zone zone,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {}

  record TextPart(@NotBlank @Size(max = 1000) String zh, @NotBlank @Size(max = 1000) String en) {
    Text toText() {
      return new Text(zh, en);
    }
  }

  record FailoverPart(@Nullable String backup, @NotNull @Valid TextPart manualRoute) {
    Failover toFailover() {
      return new Failover(
          backup == null ? Failover.Mode.MANUAL : Failover.Mode.BACKUP,
          backup,
          manualRoute.toText());
    }
  }

  record WorkflowPart(@NotBlank @Size(max = 200) String place, @NotNull @Min(1) Integer minutes) {}

  record AccessPart(
      @NotNull @Valid TextPart humanChannel,
      @NotNull @Valid TextPart accessibility,
      @NotNull @Valid TextPart notice) {
    Declaration.Access toAccess() {
      return new Declaration.Access(humanChannel.toText(), accessibility.toText(), notice.toText());
    }
  }

  Declaration toDeclaration() {
    return new Declaration(
        owner,
        deployments.stream().map(d -> new Deployment(d.name(), d.zone(), d.country())).toList(),
        failover == null ? null : failover.toFailover(),
        new Declaration.Workflow(workflow.place(), workflow.minutes()),
        patientData,
        egress,
        access == null ? null : access.toAccess());
  }
}
