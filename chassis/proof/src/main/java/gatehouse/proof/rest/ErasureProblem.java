package gatehouse.proof.rest;

import gatehouse.web.ProblemType;

/** What can keep a subject from being erased. */
enum ErasureProblem implements ProblemType {
  ERASURE_TOO_EARLY("erasure-too-early", 409),
  ERASURE_PARKED("erasure-parked", 409),
  ERASURE_PROTECTED("erasure-protected", 422);

  private final String slug;
  private final int status;

  ErasureProblem(String slug, int status) {
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
