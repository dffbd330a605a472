package gatehouse.incident.restart;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * How the panel decided admission-service's recovery case of one stop.
 *
 * @param caseId admission's id of the case
 * @param round admission's id of the ADMISSION round
 * @param stop our stop
 * @param approved five approvals; one rejection is a veto
 * @param digests of the versions that the panel let start again
 * @param reports what the panel had before it
 */
public record PanelDecision(
    UUID caseId, UUID round, UUID stop, boolean approved, Set<String> digests, Reports reports) {
  public PanelDecision {
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(round, "round");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(reports, "reports");
    digests = Set.copyOf(digests);
  }

  /**
   * Digests of the two reports of an evaluation.
   *
   * @param suite of the suite's rerun
   * @param clinical of the clinical sample check
   */
  public record Reports(String suite, String clinical) {
    public Reports {
      Objects.requireNonNull(suite, "suite");
      Objects.requireNonNull(clinical, "clinical");
    }
  }
}
