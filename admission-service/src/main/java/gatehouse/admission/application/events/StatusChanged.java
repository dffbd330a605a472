package gatehouse.admission.application.events;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.application.ApplicationState;
import gatehouse.admission.application.Declaration;
import gatehouse.admission.application.Egress;
import gatehouse.admission.application.Failover;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.Status;
import gatehouse.admission.application.Text;
import gatehouse.admission.tiering.Supervision;
import gatehouse.admission.tiering.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data of {@code application.status-changed}. The status is the stored one: what runs out by date
 * stands beside it as a date, and a stop is incident-service's to tell.
 *
 * @param tier HIGH where the rules prohibit the use: whoever still asks is asked the most
 */
record StatusChanged(
    UUID applicationId,
    String application,
    Status status,
    Tier tier,
    String digest,
    String product,
    String version,
    String vendor,
    String department,
    String scenario,
    Egress egress,
    Declaration.PatientData patientData,
    Supervision supervision,
    @Nullable Plan failover,
    @Nullable LocalDate certificateValidTo,
    List<String> conditions) {

  record Plan(Failover.Mode mode, @Nullable String backup, Text manualRoute) {}

  static StatusChanged of(Application application) {
    ApplicationId id = application.id();
    Grant grant = application.grant();
    Tier tier = application.tier();
    return new StatusChanged(
        id.value(),
        application.identity().code(),
        statusOf(application.state()),
        tier == null ? Tier.HIGH : tier,
        application.identity().digest(),
        application.identity().product(),
        application.identity().version(),
        application.identity().vendor(),
        application.identity().department(),
        application.identity().scenario(),
        grant == null ? Egress.NONE : grant.egress(),
        application.declaration().patientData(),
        application.supervision(),
        planOf(application.declaration().failover()),
        grant == null || grant.certificate() == null ? null : grant.certificate().expires(),
        grant == null ? List.of() : grant.conditions());
  }

  private static @Nullable Plan planOf(@Nullable Failover plan) {
    return plan == null ? null : new Plan(plan.mode(), plan.backup(), plan.manualRoute());
  }

  private static Status statusOf(ApplicationState state) {
    return switch (state) {
      case ApplicationState.Draft _ -> Status.DRAFT;
      case ApplicationState.Prohibited _ -> Status.PROHIBITED;
      case ApplicationState.Inactive _ -> Status.INACTIVE;
      case ApplicationState.ReadyToActivate _ -> Status.READY_TO_ACTIVATE;
      case ApplicationState.Active _ -> Status.ACTIVE;
      case ApplicationState.Suspended _ -> Status.SUSPENDED;
      case ApplicationState.Retired _ -> Status.RETIRED;
    };
  }
}
