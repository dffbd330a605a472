package gatehouse.admission.evidence;

import gatehouse.admission.person.Role;
import java.util.Set;

/** Kinds of evidence in a bundle, each with the roles that may file it. */
public enum EvidenceKind {
  /**
   * Technical effectiveness on a local test set, against thresholds fixed before the run (G-19).
   */
  TECH(true, Role.SEAT_MED_ENGINEERING, Role.SEAT_INFO_CENTRE),
  /** Clinical suitability, signed by a clinician of the very department (G-20). */
  CLIN(false, Role.PHYSICIAN),
  /** The ethics decision; nobody but the ethics committee writes it (G-21, A9). */
  ETH(false, Role.ETHICS_SECRETARY, Role.ETHICS_MEMBER, Role.ETHICS_CHAIR),
  /** Data security. */
  SEC(false, Role.SEAT_INFO_CENTRE),
  /** System stability. */
  STAB(false, Role.SEAT_INFO_CENTRE, Role.SEAT_MED_ENGINEERING),
  /** Fairness between groups of patients (G-13). */
  FAIR(true, Role.SEAT_MED_ENGINEERING, Role.SEAT_INFO_CENTRE, Role.ADMISSION_SECRETARY),
  /** Privacy impact assessment (E-22). */
  PIA(false, Role.SEAT_LEGAL, Role.SEAT_INFO_CENTRE),
  /** The fail-over plan was walked through (G-52). */
  FAILOVER(false, Role.SEAT_MED_ENGINEERING, Role.SEAT_INFO_CENTRE);

  private final boolean measured;

  // Set.of; the check sees only the declared type.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Role> authors;

  EvidenceKind(boolean measured, Role... authors) {
    this.measured = measured;
    this.authors = Set.of(authors);
  }

  /** True when its result is computed from measures and thresholds, not declared. */
  public boolean measured() {
    return measured;
  }

  /** Who may file it. */
  public Set<Role> authors() {
    return authors;
  }
}
