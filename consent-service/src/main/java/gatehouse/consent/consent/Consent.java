package gatehouse.consent.consent;

import gatehouse.consent.consent.ConsentState.Active;
import gatehouse.consent.consent.ConsentState.Ended;
import gatehouse.consent.consent.ConsentState.Expired;
import gatehouse.consent.consent.ConsentState.Lapsed;
import gatehouse.consent.consent.ConsentState.Open;
import gatehouse.consent.consent.ConsentState.PendingEvidence;
import gatehouse.consent.consent.ConsentState.Presented;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.text.TextDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * The consent of one person to one version of a scope.
 *
 * @param id identity
 * @param subject the person
 * @param scopeId the scope
 * @param scopeVersion the version that the form explains
 * @param atom the scope's application and purpose
 * @param templateId the form
 * @param text the digest of what was presented
 * @param channel how it was presented
 * @param presentedAt when
 * @param state where it is in its life, as last written
 * @param version grows with every change
 */
public record Consent(
    UUID id,
    SubjectRef subject,
    UUID scopeId,
    int scopeVersion,
    Atom atom,
    UUID templateId,
    TextDigest text,
    Channel channel,
    Instant presentedAt,
    ConsentState state,
    long version) {

  /** How a form comes before a person. */
  public enum Channel {
    DESK,
    BEDSIDE,
    PATIENT_PAGE,
    HIS
  }

  /** The consent in another state. */
  public Consent in(ConsentState next) {
    return new Consent(
        id,
        subject,
        scopeId,
        scopeVersion,
        atom,
        templateId,
        text,
        channel,
        presentedAt,
        next,
        version + 1);
  }

  /** The state by the clock: what lapses or expires does so without anybody writing it down. */
  public ConsentState stateAt(Instant now) {
    return switch (state) {
      case PendingEvidence pending when pending.isLapsed(now) -> new Lapsed(now);
      case Active active when active.isExpired(now) -> new Expired(now);
      case Presented _, PendingEvidence _, Active _, Ended _ -> state;
    };
  }

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return state instanceof Open;
  }
}
