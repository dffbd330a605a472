package gatehouse.gateway.key.rest;

import gatehouse.web.ProblemType;

/** What can be wrong with a request about keys. */
enum KeyProblem implements ProblemType {
  API_KEY_UNKNOWN("api-key-unknown", 404),
  API_KEY_LIFETIME("api-key-lifetime", 400);

  private final String slug;
  private final int status;

  KeyProblem(String slug, int status) {
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
