package gatehouse.admission.evaluation;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.application.Egress;
import gatehouse.admission.tiering.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about, as it stood when the case was opened or re-tiered.
 *
 * @param requestedBy subject of the applicant, who never votes
 * @param failover whether there is a fail-over plan
 * @param predecessor the ended case that this one cites, null for the first
 */
public record Subject(
    ApplicationId application,
    String code,
    String vendor,
    String digest,
    String scenario,
    String department,
    String requestedBy,
    Tier tier,
    Egress requestedEgress,
    boolean failover,
    @Nullable CaseId predecessor) {

  Subject at(Tier other) {
    return new Subject(
        application,
        code,
        vendor,
        digest,
        scenario,
        department,
        requestedBy,
        other,
        requestedEgress,
        failover,
        predecessor);
  }
}
