package gatehouse.admission.application;

import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the department declares of the use it wants.
 *
 * @param owner staff id of the accountable person (G-04), null when there is none
 * @param workflow guaranteed place and time for talk (G-57)
 * @param access how a LOW tool stays reachable for everybody (G-14), null where not LOW
 * @param failover null when there is no plan
 */
public record Declaration(
    @Nullable String owner,
    List<Deployment> deployments,
    @Nullable Failover failover,
    Workflow workflow,
    PatientData patientData,
    Egress requestedEgress,
    @Nullable Access access) {

  /** Where and for how long doctor and patient talk, whatever the AI saves (G-57). */
  public record Workflow(String place, int minutes) {}

  /** The human channel beside the tool, access for the old and disabled, and the notice text. */
  public record Access(Text humanChannel, Text accessibility, Text notice) {}

  /** Whether calls of the application concern a patient. */
  public enum PatientData {
    NONE,
    REQUIRED
  }

  public Declaration {
    deployments = List.copyOf(deployments);
    if (deployments.isEmpty()) {
      throw new IllegalArgumentException("An application is deployed somewhere");
    }
  }

  /** Every reason why such a use cannot even be applied for. */
  @Clause({"G-04", "G-43", "G-57"})
  public List<Refusal> faults(String vendor) {
    boolean open = deployments.stream().anyMatch(d -> d.zone() == Deployment.Zone.PUBLIC);
    List<Refusal> faults = new ArrayList<>();
    if (open && patientData == PatientData.REQUIRED && requestedEgress == Egress.NONE) {
      faults.add(Refusal.PUBLIC_NEEDS_DEIDENTIFICATION);
    }
    if (!open && requestedEgress == Egress.DEIDENTIFIED) {
      faults.add(Refusal.EGRESS_WITHOUT_PUBLIC_DEPLOYMENT);
    }
    if (workflow.place().isBlank() || workflow.minutes() < 1) {
      faults.add(Refusal.WORKFLOW_MISSING);
    }
    if (vendor.equals(owner)) {
      faults.add(Refusal.OWNER_IS_VENDOR);
    }
    return faults;
  }

  Declaration reachableBy(Access declared) {
    return new Declaration(
        owner, deployments, failover, workflow, patientData, requestedEgress, declared);
  }

  Declaration ownedBy(@Nullable String newOwner) {
    return new Declaration(
        newOwner, deployments, failover, workflow, patientData, requestedEgress, access);
  }
}
