package gatehouse.gateway.standing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consent-service's decision.
 *
 * @param reasons why it is not a permit; empty for a permit
 * @param consentId the consent it rests on
 * @param obligations what must be done with a permit or to get one, such as {@code SHOW_NOTICE}
 * @param validUntil when a permit ends by itself, or null
 * @param patientText what may be shown to the patient
 */
public record ConsentAnswer(
    Decision decision,
    List<OwnerReason> reasons,
    @Nullable String consentId,
    List<String> obligations,
    @Nullable ManualRoute patientText,
    @Nullable Instant validUntil) {

  /** consent-service's words. */
  public enum Decision {
    PERMIT,
    NOTICE_REQUIRED,
    CONSENT_REQUIRED,
    RECONSENT_REQUIRED,
    DENY
  }

  public ConsentAnswer {
    reasons = List.copyOf(reasons);
    obligations = List.copyOf(obligations);
  }
}
