package gatehouse.gateway.reconciliation.rest;

import gatehouse.web.ProblemType;

/** What can be asked for and is not there. */
enum ReconciliationProblem implements ProblemType {
  OUTPUT_UNKNOWN("output-unknown", 404),
  RECONCILIATION_UNKNOWN("reconciliation-unknown", 404);

  private final String slug;
  private final int status;

  ReconciliationProblem(String slug, int status) {
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
