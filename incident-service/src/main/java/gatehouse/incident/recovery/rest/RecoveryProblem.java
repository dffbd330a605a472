package gatehouse.incident.recovery.rest;

import gatehouse.web.ProblemType;

/** What stands between a stop and its lift. */
enum RecoveryProblem implements ProblemType {
  RECOVERY_UNKNOWN("recovery-unknown", 404),
  RECOVERY_WRONG_STATE("recovery-wrong-state", 409),
  RECOVERY_INCOMPLETE("recovery-incomplete", 409),
  CONFIRMERS_MUST_DIFFER("confirmers-must-differ", 409),
  WRONG_CONFIRMER("wrong-confirmer", 403);

  private final String slug;
  private final int status;

  RecoveryProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
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
