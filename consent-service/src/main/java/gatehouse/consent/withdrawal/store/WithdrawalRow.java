package gatehouse.consent.withdrawal.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.withdrawal.Withdrawal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A no; inserted and never changed. */
@Entity
@Table(name = "withdrawal")
@org.hibernate.annotations.Immutable
class WithdrawalRow {
  @Id UUID id;

  @Column(name = "subject_ref")
  String subjectRef;

  @Enumerated(EnumType.STRING)
  Withdrawal.Kind kind;

  String covers;
  String application;
  String purpose;

  @Column(name = "scope_id")
  UUID scopeId;

  @Enumerated(EnumType.STRING)
  Withdrawal.WithdrawalChannel channel;

  @Enumerated(EnumType.STRING)
  Withdrawal.Wish wish;

  @Column(name = "effective_at")
  Instant effectiveAt;

  @Column(columnDefinition = "uuid[]")
  UUID[] ended;

  static WithdrawalRow of(Withdrawal withdrawal) {
    WithdrawalRow row = new WithdrawalRow();
    row.id = withdrawal.id();
    row.subjectRef = withdrawal.subject().value();
    row.kind = withdrawal.kind();
    row.channel = withdrawal.channel();
    row.wish = withdrawal.wish();
    row.effectiveAt = withdrawal.effectiveAt();
    row.ended = withdrawal.ended().toArray(UUID[]::new);
    row.take(withdrawal.covers());
    return row;
  }

  Withdrawal withdrawal() {
    return new Withdrawal(
        id, new SubjectRef(subjectRef), kind, covers(), channel, wish, effectiveAt, List.of(ended));
  }

  private void take(Covers reach) {
    switch (reach) {
      case Covers.Everything _ -> covers = "EVERYTHING";
      case Covers.AllAi _ -> covers = "ALL_AI";
      case Covers.AllResearch _ -> covers = "ALL_RESEARCH";
      case Covers.OneApplication one -> {
        covers = "APPLICATION";
        application = one.application().value();
      }
      case Covers.OneScope one -> {
        covers = "SCOPE";
        scopeId = one.scopeId();
        application = one.atom().application().value();
        purpose = one.atom().purpose().name();
      }
    }
  }

  private Covers covers() {
    return switch (covers) {
      case "EVERYTHING" -> new Covers.Everything();
      case "ALL_AI" -> new Covers.AllAi();
      case "ALL_RESEARCH" -> new Covers.AllResearch();
      case "APPLICATION" -> new Covers.OneApplication(new ApplicationCode(application));
      case "SCOPE" ->
          new Covers.OneScope(
              scopeId, new Atom(new ApplicationCode(application), Purpose.valueOf(purpose)));
      default -> throw new IllegalStateException("unknown reach of a withdrawal");
    };
  }
}
