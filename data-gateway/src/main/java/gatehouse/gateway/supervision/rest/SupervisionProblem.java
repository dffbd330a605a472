package gatehouse.gateway.supervision.rest;

import gatehouse.web.ProblemType;

/** What can keep a supervision from going on. */
enum SupervisionProblem implements ProblemType {
  PHYSICIAN_REQUIRED("physician-required", 403),
  SUPERVISION_OVER("supervision-over", 409);

  private final String slug;
  private final int status;

  SupervisionProblem(String slug, int status) {
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
