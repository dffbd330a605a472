package gatehouse.gateway.output.rest;

import gatehouse.web.ProblemType;

/** What can keep a physician's decision, or a question about decisions, from being taken. */
enum OutputProblem implements ProblemType {
  OUTPUT_UNKNOWN("output-unknown", 404),
  OUTPUT_ERASED("output-erased", 410),
  OUTPUT_LOST("output-lost", 410),
  CONTENT_HELD_ELSEWHERE("content-held-elsewhere", 404),
  PHYSICIAN_REQUIRED("physician-required", 403),
  NOT_TRAINED("physician-not-trained", 403),
  PERMIT_NOT_USABLE("permit-not-usable", 409),
  STOPPED("application-stopped", 409),
  OUTPUT_UNLABELLED("output-unlabelled", 409),
  OTHER_CONTENT("other-content", 409),
  OUTPUT_INCOMPLETE("output-incomplete", 409),
  OUTPUT_WRONG_STATE("output-wrong-state", 409),
  OUTPUT_KEY_MISSING("output-key-missing", 503),
  NO_TIME("no-time-between", 400);

  private final String slug;
  private final int status;

  OutputProblem(String slug, int status) {
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
