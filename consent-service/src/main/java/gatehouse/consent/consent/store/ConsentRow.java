package gatehouse.consent.consent.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.consent.Consent;
import gatehouse.consent.consent.ConsentState;
import gatehouse.consent.consent.ConsentState.Active;
import gatehouse.consent.consent.ConsentState.Ended;
import gatehouse.consent.consent.ConsentState.Expired;
import gatehouse.consent.consent.ConsentState.Lapsed;
import gatehouse.consent.consent.ConsentState.PendingEvidence;
import gatehouse.consent.consent.ConsentState.Presented;
import gatehouse.consent.consent.ConsentState.Refused;
import gatehouse.consent.consent.ConsentState.Signature;
import gatehouse.consent.consent.ConsentState.Superseded;
import gatehouse.consent.consent.ConsentState.Withdrawn;
import gatehouse.consent.consent.Evidence;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.text.TextDigest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A consent. */
@Entity
@Table(name = "consent")
class ConsentRow {
  /** A signature as it is kept; the time in ISO 8601. */
  record Signed(
      ConsentForm form, String signedAt, Evidence.Kind evidence, String digest, String by) {
    static Signed of(Signature signature) {
      return new Signed(
          signature.form(),
          signature.signedAt().toString(),
          signature.evidence(),
          signature.digest().value(),
          signature.collectedBy());
    }

    Signature signature() {
      return new Signature(form, Instant.parse(signedAt), evidence, new TextDigest(digest), by);
    }
  }

  @Id UUID id;

  @Column(name = "subject_ref")
  String subjectRef;

  @Column(name = "scope_id")
  UUID scopeId;

  @Column(name = "scope_version")
  int scopeVersion;

  String application;
  String purpose;

  @Column(name = "template_id")
  UUID templateId;

  @Column(name = "text_digest")
  String textDigest;

  @Enumerated(EnumType.STRING)
  Consent.Channel channel;

  @Column(name = "presented_at")
  Instant presentedAt;

  String state;
  Instant since;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Signed signature;

  @Column(name = "ends_at")
  Instant endsAt;

  long version;

  void take(Consent consent) {
    id = consent.id();
    subjectRef = consent.subject().value();
    scopeId = consent.scopeId();
    scopeVersion = consent.scopeVersion();
    application = consent.atom().application().value();
    purpose = consent.atom().purpose().name();
    templateId = consent.templateId();
    textDigest = consent.text().value();
    channel = consent.channel();
    presentedAt = consent.presentedAt();
    state = consent.state().name();
    since = consent.state().since();
    version = consent.version();
    switch (consent.state()) {
      case Presented _ -> {}
      case PendingEvidence pending -> signature = Signed.of(pending.signature());
      case Active active -> {
        signature = Signed.of(active.signature());
        endsAt = active.endsAt();
      }
      // What was signed stays on file after the end.
      case Ended _ -> {}
    }
  }

  Consent consent() {
    return new Consent(
        id,
        new SubjectRef(subjectRef),
        scopeId,
        scopeVersion,
        new Atom(new ApplicationCode(application), Purpose.valueOf(purpose)),
        templateId,
        new TextDigest(textDigest),
        channel,
        presentedAt,
        state(),
        version);
  }

  private ConsentState state() {
    return switch (state) {
      case "PRESENTED" -> new Presented(since);
      case "PENDING_EVIDENCE" -> new PendingEvidence(since, signature.signature());
      case "ACTIVE" -> new Active(since, signature.signature(), endsAt);
      case "REFUSED" -> new Refused(since);
      case "WITHDRAWN" -> new Withdrawn(since);
      case "SUPERSEDED" -> new Superseded(since);
      case "LAPSED" -> new Lapsed(since);
      case "EXPIRED" -> new Expired(since);
      default -> throw new IllegalStateException("unknown state of a consent");
    };
  }
}
