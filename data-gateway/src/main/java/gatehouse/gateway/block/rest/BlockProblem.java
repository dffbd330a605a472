package gatehouse.gateway.block.rest;

import gatehouse.web.ProblemType;

/** What can keep the desk from going on. */
enum BlockProblem implements ProblemType {
  BLOCK_CASE_UNKNOWN("block-case-unknown", 404),
  BLOCK_CASE_WRONG_STATE("block-case-wrong-state", 409),
  NO_FALSE_POSITIVE("no-false-positive", 409),
  SECOND_PERSON_NEEDED("second-person-needed", 409),
  LAST_EVENT_UNKNOWN("last-event-unknown", 404),
  NOT_QUARANTINED("not-quarantined", 404);

  private final String slug;
  private final int status;

  BlockProblem(String slug, int status) {
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
