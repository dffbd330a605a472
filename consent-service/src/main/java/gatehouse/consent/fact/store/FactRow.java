package gatehouse.consent.fact.store;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.text.TextDigest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A fact; inserted and never changed. */
@Entity
@Table(name = "fact")
@org.hibernate.annotations.Immutable
class FactRow {
  @Id UUID id;

  @Column(name = "subject_ref")
  String subjectRef;

  String said;
  String covers;
  String application;
  String purpose;

  @Column(name = "scope_id")
  UUID scopeId;

  @Column(name = "scope_version")
  Integer scopeVersion;

  @Column(columnDefinition = "varchar(400)[]")
  String[] categories;

  String form;

  @Column(name = "text_digest")
  String textDigest;

  UUID reference;

  @Column(name = "consent_version")
  Long consentVersion;

  String encounter;

  @Column(name = "signed_at")
  Instant signedAt;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Column(name = "ends_at")
  Instant endsAt;

  static FactRow of(Fact fact) {
    FactRow row = new FactRow();
    row.id = fact.id();
    row.subjectRef = fact.subject().value();
    row.signedAt = fact.signedAt();
    row.recordedAt = fact.recordedAt();
    row.take(fact.covers());
    row.take(fact.said());
    return row;
  }

  Fact fact() {
    return new Fact(id, new SubjectRef(subjectRef), covers(), said(), signedAt, recordedAt);
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

  private void take(Said word) {
    switch (word) {
      case Said.Granted granted -> take(granted);
      case Said.Accepted accepted -> set("ACCEPTED", accepted.text().value(), null);
      case Said.Refused refused -> set("REFUSED", null, refused.id());
      case Said.Withdrawn withdrawn -> set("WITHDRAWN", null, withdrawn.id());
      case Said.SpokenYes spoken -> set("SPOKEN_YES", null, spoken.consentId());
      case Said.NoticeShown shown -> set("NOTICE_SHOWN", shown.text().value(), null);
      case Said.NoticeGiven given -> {
        set("NOTICE_GIVEN", given.text().value(), null);
        encounter = given.encounter();
      }
    }
  }

  private void take(Said.Granted granted) {
    set("GRANTED", granted.text().value(), granted.consentId());
    consentVersion = granted.consentVersion();
    scopeId = granted.scopeId();
    scopeVersion = granted.scopeVersion();
    categories = granted.categories().stream().map(Category::code).sorted().toArray(String[]::new);
    form = granted.form().name();
    endsAt = granted.endsAt();
  }

  private void set(String kind, String digest, UUID referred) {
    said = kind;
    textDigest = digest;
    reference = referred;
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
      default -> throw new IllegalStateException("unknown reach of a fact");
    };
  }

  private Said said() {
    return switch (said) {
      case "GRANTED" -> granted();
      case "ACCEPTED" -> new Said.Accepted(new TextDigest(textDigest));
      case "REFUSED" -> new Said.Refused(reference);
      case "WITHDRAWN" -> new Said.Withdrawn(reference);
      case "SPOKEN_YES" -> new Said.SpokenYes(reference);
      case "NOTICE_SHOWN" -> new Said.NoticeShown(new TextDigest(textDigest));
      case "NOTICE_GIVEN" -> new Said.NoticeGiven(new TextDigest(textDigest), encounter);
      default -> throw new IllegalStateException("unknown kind of fact");
    };
  }

  private Said.Granted granted() {
    return new Said.Granted(
        reference,
        consentVersion,
        scopeId,
        scopeVersion,
        Arrays.stream(categories).map(Category::new).collect(Collectors.toSet()),
        ConsentForm.valueOf(form),
        new TextDigest(textDigest),
        endsAt);
  }
}
