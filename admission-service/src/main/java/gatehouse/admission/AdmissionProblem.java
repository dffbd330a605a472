package gatehouse.admission;

import gatehouse.admission.refusal.Refusal;
import gatehouse.web.ProblemType;

/** The problems that this service answers with; which one follows from the kind of refusal. */
enum AdmissionProblem implements ProblemType {
  APPLICATION_UNKNOWN(404, "application-unknown"),
  RECORD_UNKNOWN(404, "admission-record-unknown"),
  PERSON_NOT_ENTITLED(403, "person-not-entitled"),
  STATE_FORBIDS(409, "admission-state-forbids"),
  REQUIREMENT_MISSING(422, "admission-requirement-missing");

  private final int status;
  private final String slug;

  AdmissionProblem(int status, String slug) {
    this.status = status;
    this.slug = slug;
  }

  /** The problem for a refusal. */
  static AdmissionProblem of(Refusal refusal) {
    if (refusal == Refusal.APPLICATION_UNKNOWN) {
      return APPLICATION_UNKNOWN;
    }
    return switch (refusal.kind()) {
      case UNKNOWN -> RECORD_UNKNOWN;
      case PERSON -> PERSON_NOT_ENTITLED;
      case STATE -> STATE_FORBIDS;
      case CONTENT -> REQUIREMENT_MISSING;
    };
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
