package gatehouse.consent.subject;

import gatehouse.consent.subject.SubjectResult.Found;
import gatehouse.consent.subject.SubjectResult.NotOwn;
import gatehouse.consent.subject.SubjectResult.Unnamed;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a request says of a person into the shared reference, with the hospital's key. */
@ApplicationScoped
public class Subjects {
  private static final List<String> FOR_OTHERS =
      List.of(
          "PHYSICIAN",
          "RESIDENT",
          "NURSE",
          "CONSENT_CLERK",
          "DUTY_MANAGER",
          "MEDICAL_AFFAIRS",
          "ETHICS_SECRETARY",
          "LEGAL",
          "AUDITOR",
          "HIS_SYSTEM",
          "EMR_SYSTEM",
          "GATEWAY_SYSTEM");

  private final Pseudonyms pseudonyms;
  private final CurrentPerson person;

  Subjects(Pseudonyms pseudonyms, CurrentPerson person) {
    this.pseudonyms = pseudonyms;
    this.person = person;
  }

  /** The person named, if whoever asks may speak for them: staff for anybody, others for one. */
  public SubjectResult spokenFor(NamedSubject named) {
    return FOR_OTHERS.stream().anyMatch(person::holds)
        ? named(named)
        : own(person.claim("patient"), named);
  }

  /** The person whom staff or a machine names; they may name anybody. */
  SubjectResult named(NamedSubject named) {
    SubjectRef byReference = byReference(named);
    SubjectRef byId = byId(named);
    if (byReference == null && byId == null) {
      return new Unnamed();
    }
    if (byReference != null && byId != null && !byReference.equals(byId)) {
      return new Unnamed();
    }
    return byReference != null ? new Found(byReference) : new Found(present(byId));
  }

  /**
   * The patient who asks for themselves, or the guardian whose token names the ward. Naming nobody
   * means oneself.
   *
   * @param claim the claim {@code patient} of the token, or null when it has none
   */
  SubjectResult own(@Nullable String claim, NamedSubject named) {
    if (claim == null || !(named(NamedSubject.byClaim(claim)) instanceof Found own)) {
      return new NotOwn();
    }
    return switch (named(named)) {
      case Found found -> found.equals(own) ? own : new NotOwn();
      case Unnamed _ -> namesNobody(named) ? own : new NotOwn();
      case NotOwn notOwn -> notOwn;
    };
  }

  private static boolean namesNobody(NamedSubject named) {
    return named.subjectRef() == null && named.issuer() == null && named.id() == null;
  }

  private static @Nullable SubjectRef byReference(NamedSubject named) {
    String text = named.subjectRef();
    return text == null || !SubjectRef.isWellFormed(text) ? null : new SubjectRef(text);
  }

  private @Nullable SubjectRef byId(NamedSubject named) {
    String issuer = named.issuer();
    String id = named.id();
    if (issuer == null || id == null || issuer.isBlank() || id.isBlank()) {
      return null;
    }
    return issuer.indexOf('|') >= 0 ? null : new SubjectRef(pseudonyms.of(issuer, id).value());
  }

  private static SubjectRef present(@Nullable SubjectRef subject) {
    if (subject == null) {
      throw new IllegalStateException("one of the two ways named the person");
    }
    return subject;
  }
}
