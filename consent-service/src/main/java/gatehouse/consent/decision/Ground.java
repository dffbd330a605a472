package gatehouse.consent.decision;

import java.util.List;

/** Why the answer is not a yes; each with the clauses that ask for it. */
public enum Ground {
  PURPOSE_FORBIDDEN(Verdict.DENY, "E-24"),
  APPLICATION_STOPPED(Verdict.DENY, "G-51"),
  SCOPE_CLOSED(Verdict.DENY, "E-44"),
  REFUSED(Verdict.DENY, "G-41"),
  WITHDRAWN(Verdict.DENY, "E-39"),
  /** The person withdrew and agreed again since, but not to this. */
  NOT_AGREED_AGAIN(Verdict.CONSENT_REQUIRED, "E-39", "E-44"),
  EVIDENCE_PENDING(Verdict.DENY, "E-31"),
  CONSENT_AFTER_COLLECTION(Verdict.DENY, "E-32"),
  SCOPE_WIDENED(Verdict.RECONSENT_REQUIRED, "E-42"),
  CONSENT_REQUIRED(Verdict.CONSENT_REQUIRED, "G-37"),
  RESEARCH_CONSENT_REQUIRED(Verdict.CONSENT_REQUIRED, "E-32"),
  SENSITIVE_NOT_NAMED(Verdict.CONSENT_REQUIRED, "E-66"),
  CATEGORY_NOT_COVERED(Verdict.CONSENT_REQUIRED, "E-44"),
  CONSENT_EXPIRED(Verdict.CONSENT_REQUIRED, "G-37"),
  EVIDENCE_LAPSED(Verdict.CONSENT_REQUIRED, "E-31"),
  FORM_TOO_WEAK(Verdict.CONSENT_REQUIRED, "G-34", "G-37"),
  NOTICE_NOT_SHOWN(Verdict.NOTICE_REQUIRED, "G-35"),
  NOTICE_NOT_GIVEN(Verdict.NOTICE_REQUIRED, "G-36"),
  ENCOUNTER_MISSING(Verdict.NOTICE_REQUIRED, "G-36"),
  NOTICE_UNPUBLISHED(Verdict.NOTICE_REQUIRED, "G-34");

  private final Verdict verdict;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> clauses;

  Ground(Verdict verdict, String... clauses) {
    this.verdict = verdict;
    this.clauses = List.of(clauses);
  }

  /** The answer it leads to. */
  public Verdict verdict() {
    return verdict;
  }

  /** Ids of the clauses. */
  public List<String> clauses() {
    return clauses;
  }
}
