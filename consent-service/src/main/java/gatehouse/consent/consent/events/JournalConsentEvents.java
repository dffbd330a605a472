package gatehouse.consent.consent.events;

import gatehouse.consent.consent.Consent;
import gatehouse.consent.consent.ConsentEvents;
import gatehouse.consent.consent.ConsentState;
import gatehouse.consent.consent.ConsentState.Active;
import gatehouse.consent.consent.ConsentState.Ended;
import gatehouse.consent.consent.ConsentState.PendingEvidence;
import gatehouse.consent.consent.ConsentState.Presented;
import gatehouse.consent.consent.ConsentState.Refused;
import gatehouse.consent.consent.ConsentState.Withdrawn;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes every state of a consent into the journal; the topic keeps the latest per key. */
@ApplicationScoped
class JournalConsentEvents implements ConsentEvents {
  private static final String TYPE = "gatehouse.consent.state.changed.v1";
  private static final String TOPIC = "consent.state.v1";

  private final Journal journal;
  private final Actors actors;

  JournalConsentEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** A consent on the wire. */
  record StateData(
      String consentId,
      String subjectRef,
      String scopeId,
      int scopeVersion,
      String application,
      String purpose,
      String state,
      @Nullable String form,
      String textDigest,
      String effectiveAt,
      @Nullable String endsAt) {}

  @Override
  public void changed(Consent consent) {
    journal.append(
        Entry.of(TYPE, consent.subject().value() + "/" + consent.scopeId())
            .by(
                actors.acting(
                    "PATIENT",
                    "GUARDIAN",
                    "CONSENT_CLERK",
                    "NURSE",
                    "PHYSICIAN",
                    "RESIDENT",
                    "DUTY_MANAGER",
                    "MEDICAL_AFFAIRS",
                    "ETHICS_SECRETARY",
                    "HIS_SYSTEM",
                    "EMR_SYSTEM"))
            .clauses(clause(consent.state()))
            .topic(TOPIC)
            .version(consent.version())
            .data(data(consent))
            .build());
  }

  private static StateData data(Consent consent) {
    return new StateData(
        consent.id().toString(),
        consent.subject().value(),
        consent.scopeId().toString(),
        consent.scopeVersion(),
        consent.atom().application().value(),
        consent.atom().purpose().name(),
        consent.state().name(),
        form(consent.state()),
        consent.text().value(),
        consent.state().since().toString(),
        consent.state() instanceof Active active && active.endsAt() != null
            ? active.endsAt().toString()
            : null);
  }

  private static @Nullable String form(ConsentState state) {
    return switch (state) {
      case Active active -> active.signature().form().name();
      case PendingEvidence pending -> pending.signature().form().name();
      case Presented _, Ended _ -> null;
    };
  }

  private static String clause(ConsentState state) {
    return switch (state) {
      case Presented _, Active _ -> "G-37";
      case PendingEvidence _ -> "E-31";
      case Refused _ -> "G-41";
      case Withdrawn _ -> "E-39";
      case Ended _ -> "E-42";
    };
  }
}
