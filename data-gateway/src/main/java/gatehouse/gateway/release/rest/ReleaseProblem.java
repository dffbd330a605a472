package gatehouse.gateway.release.rest;

import gatehouse.web.ProblemType;

/** What keeps an output out of a record. */
enum ReleaseProblem implements ProblemType {
  OUTPUT_UNKNOWN("output-unknown", 404),
  OUTPUT_ERASED("output-erased", 410),
  RELEASE_REFUSED("release-refused", 403),
  RELEASE_NOT_BOUND("release-not-bound", 409),
  RELEASE_TOKEN_NOT_USABLE("release-token-not-usable", 409);

  private final String slug;
  private final int status;

  ReleaseProblem(String slug, int status) {
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
