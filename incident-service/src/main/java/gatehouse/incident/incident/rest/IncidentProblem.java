package gatehouse.incident.incident.rest;

import gatehouse.web.ProblemType;

/** What can keep a request about an incident from being done. A report has nothing to fear here. */
enum IncidentProblem implements ProblemType {
  INCIDENT_UNKNOWN("incident-unknown", 404),
  INCIDENT_WRONG_STATE("incident-wrong-state", 409),
  SECOND_PERSON_NEEDED("second-person-needed", 409),
  NO_SUCH_ORIGINAL("no-such-original", 409);

  private final String slug;
  private final int status;

  IncidentProblem(String slug, int status) {
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
