package gatehouse.incident.drill.rest;

import gatehouse.web.ProblemType;

/** What can keep somebody from a drill. */
enum DrillProblem implements ProblemType {
  DRILL_UNKNOWN("drill-unknown", 404),
  DRILL_RUNNING("drill-running", 409),
  DRILL_OVER("drill-over", 409);

  private final String slug;
  private final int status;

  DrillProblem(String slug, int status) {
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
