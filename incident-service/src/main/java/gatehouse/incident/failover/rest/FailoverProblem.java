package gatehouse.incident.failover.rest;

import gatehouse.web.ProblemType;

/** What can keep a fail-over run from going on. */
enum FailoverProblem implements ProblemType {
  FAILOVER_UNKNOWN("failover-unknown", 404),
  ENCOUNTER_UNKNOWN("encounter-unknown", 404),
  FAILOVER_WRONG_STATE("failover-wrong-state", 409),
  BACKUP_NOT_USABLE("backup-not-usable", 409),
  ENCOUNTERS_OPEN("encounters-open", 409);

  private final String slug;
  private final int status;

  FailoverProblem(String slug, int status) {
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
