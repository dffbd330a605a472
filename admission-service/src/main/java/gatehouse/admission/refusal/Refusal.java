package gatehouse.admission.refusal;

import java.util.List;

/**
 * Every reason for which this service refuses, with the clauses that ask for it. The name is the
 * stable code on the wire; its texts stand in the message bundles under {@code reason.<name>}.
 */
public enum Refusal {
  // what is asked for does not exist
  VENDOR_UNKNOWN(Kind.UNKNOWN),
  PRODUCT_UNKNOWN(Kind.UNKNOWN),
  VERSION_UNKNOWN(Kind.UNKNOWN),
  SCENARIO_UNKNOWN(Kind.UNKNOWN),
  APPLICATION_UNKNOWN(Kind.UNKNOWN),
  CASE_UNKNOWN(Kind.UNKNOWN),
  FILING_UNKNOWN(Kind.UNKNOWN),
  CHANGE_UNKNOWN(Kind.UNKNOWN),
  PLAN_UNKNOWN(Kind.UNKNOWN),
  RECOVERY_UNKNOWN(Kind.UNKNOWN, "G-55"),
  // the person may not
  NOT_OWN_PRODUCT(Kind.PERSON),
  NOT_OWN_DEPARTMENT(Kind.PERSON),
  NOT_THE_REQUESTER(Kind.PERSON),
  NOT_THE_OWNER(Kind.PERSON),
  EVIDENCE_AUTHOR(Kind.PERSON, "G-20", "G-21"),
  SIGNER_ROLE_MISSING(Kind.PERSON, "G-16"),
  SIGNER_IS_REQUESTER(Kind.PERSON, "G-16"),
  SEAT_ROLE_MISSING(Kind.PERSON, "G-22"),
  NOT_THE_SEAT_HOLDER(Kind.PERSON, "G-22"),
  REQUESTER_MAY_NOT_VOTE(Kind.PERSON, "E-64"),
  CONFLICTED(Kind.PERSON, "E-64"),
  // the state does not allow it
  ALREADY_REGISTERED(Kind.STATE),
  WRONG_STATE(Kind.STATE),
  WRONG_TRACK(Kind.STATE, "G-17"),
  SEAT_TAKEN(Kind.STATE, "G-22"),
  ONE_PERSON_TWO_SEATS(Kind.STATE, "G-22"),
  SAME_SIGNER(Kind.STATE, "G-16"),
  CHECK_SIGNED(Kind.STATE, "G-16"),
  ALREADY_VOTED(Kind.STATE, "G-23"),
  BUNDLE_CHANGED(Kind.STATE, "G-24"),
  ROUND_OVERDUE(Kind.STATE, "G-24"),
  ROUND_RUNNING(Kind.STATE, "G-24"),
  THRESHOLDS_FIXED(Kind.STATE, "G-19"),
  BUNDLE_ALREADY_VETOED(Kind.STATE, "G-23"),
  NOT_IN_USE(Kind.STATE, "G-02"),
  VERSION_ALREADY_JUDGED(Kind.STATE, "G-02"),
  CHANGE_UNDER_REVIEW(Kind.STATE, "G-02"),
  SEAT_NOT_ASKED(Kind.STATE, "G-02"),
  STOP_NOT_IN_FORCE(Kind.STATE, "G-55"),
  RECOVERY_UNDER_WAY(Kind.STATE, "G-55"),
  REPORTS_ALREADY_JUDGED(Kind.STATE, "G-23", "G-55"),
  // the content does not suffice
  VERSION_OF_OTHER_PRODUCT(Kind.CONTENT, "G-02"),
  CHANGE_NEEDS_NEW_ADMISSION(Kind.CONTENT, "G-02"),
  PLAN_BEYOND_RULES(Kind.CONTENT, "G-02"),
  FACTS_INCOMPLETE(Kind.CONTENT, "G-08"),
  TIER_BELOW_FLOOR(Kind.CONTENT, "G-10"),
  TIER_NOT_HIGHER(Kind.CONTENT, "G-08"),
  TIER_NOT_LOWER(Kind.CONTENT, "G-08"),
  PROHIBITED(Kind.CONTENT, "G-31"),
  PUBLIC_NEEDS_DEIDENTIFICATION(Kind.CONTENT, "G-43", "G-44"),
  EGRESS_WITHOUT_PUBLIC_DEPLOYMENT(Kind.CONTENT, "G-42"),
  EGRESS_BEYOND_REQUEST(Kind.CONTENT, "G-42"),
  OWNER_IS_VENDOR(Kind.CONTENT, "G-04"),
  HUMAN_CHANNEL_MISSING(Kind.CONTENT, "G-14"),
  WORKFLOW_MISSING(Kind.CONTENT, "G-57"),
  REASON_MISSING(Kind.CONTENT, "G-23"),
  CERT_NUMBER_MALFORMED(Kind.CONTENT, "G-18"),
  CERT_CLASS_MISMATCH(Kind.CONTENT, "G-18"),
  OUT_OF_INDICATION(Kind.CONTENT, "G-18"),
  EVIDENCE_INCOMPLETE(Kind.CONTENT, "G-01"),
  EVIDENCE_EXPIRED(Kind.CONTENT, "G-01"),
  EVIDENCE_FAILED(Kind.CONTENT, "G-19"),
  DIMENSION_UNSCORED(Kind.CONTENT, "G-01"),
  ETHICS_MISSING(Kind.CONTENT, "G-21"),
  ETHICS_DISAPPROVED(Kind.CONTENT, "G-21"),
  FAIRNESS_UNANSWERED(Kind.CONTENT, "G-13"),
  THRESHOLDS_MISSING(Kind.CONTENT, "G-19"),
  RUN_BEFORE_THRESHOLDS(Kind.CONTENT, "G-19"),
  PANEL_INCOMPLETE(Kind.CONTENT, "G-22"),
  PILOT_MISSING(Kind.CONTENT, "G-25"),
  PILOT_OTHER_VERSION(Kind.CONTENT, "G-25"),
  PILOT_ENTRY_ROUND_MISSING(Kind.CONTENT, "G-25"),
  PILOT_WITHOUT_CASES(Kind.CONTENT, "G-25"),
  DEADLINE_PAST(Kind.CONTENT),
  ENDS_BEFORE_IT_BEGINS(Kind.CONTENT),
  TIER_MISSING(Kind.CONTENT, "G-08"),
  OWNER_MISSING(Kind.CONTENT, "G-04"),
  NO_FAILOVER_PLAN(Kind.CONTENT, "G-52"),
  TIER_RAISED(Kind.CONTENT, "G-08"),
  CONDITION_ENDED(Kind.CONTENT, "G-02"),
  ETHICS_EXPIRED(Kind.CONTENT, "G-21"),
  SUSPENDED_BY_HAND(Kind.CONTENT),
  NOT_WITHOUT_AI(Kind.CONTENT, "G-60"),
  // what an enforcement point is told
  NOT_ADMITTED(Kind.CONTENT, "G-25"),
  VERSION_NOT_ADMITTED(Kind.CONTENT, "G-02"),
  CERT_EXPIRED(Kind.CONTENT, "G-18"),
  CERT_MISSING(Kind.CONTENT, "G-18"),
  SUSPENDED(Kind.CONTENT, "G-18"),
  STOPPED(Kind.CONTENT, "G-51"),
  PILOT_CAP(Kind.CONTENT, "G-25"),
  PLACE_NOT_ALLOWED(Kind.CONTENT, "G-25"),
  NOT_TRAINED(Kind.CONTENT, "G-59"),
  ASSESSMENT(Kind.CONTENT, "G-60");

  /** What sort of refusal: it decides the problem that is answered. */
  public enum Kind {
    UNKNOWN,
    PERSON,
    STATE,
    CONTENT
  }

  private final Kind kind;

  // List.of copies; the check sees only the declared type.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> clauses;

  Refusal(Kind kind, String... clauses) {
    this.kind = kind;
    this.clauses = List.of(clauses);
  }

  public Kind kind() {
    return kind;
  }

  public List<String> clauses() {
    return clauses;
  }
}
