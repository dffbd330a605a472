package gatehouse.incident.stop.rest;

import gatehouse.web.ProblemType;

/** What can keep somebody from stopping, or from finding a stop. */
enum StopProblem implements ProblemType {
  STOP_NOT_ALLOWED("stop-not-allowed", 403),
  STOP_UNKNOWN("stop-unknown", 404);

  private final String slug;
  private final int status;

  StopProblem(String slug, int status) {
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
