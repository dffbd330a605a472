package gatehouse.consent;

import gatehouse.web.ProblemType;

/** What callers of this service can meet beside what every service has. */
public enum ConsentProblem implements ProblemType {
  SUBJECT_UNNAMED("subject-unnamed", 422),
  NOT_YOUR_OWN("not-your-own", 403),
  SCOPE_UNKNOWN("scope-unknown", 404),
  SCOPE_OPEN_ALREADY("scope-open-already", 409),
  SCOPE_CLOSED("scope-closed", 409),
  SCOPE_UNCHANGED("scope-unchanged", 409),
  SCOPE_MOVED_ON("scope-moved-on", 409),
  PURPOSE_FORBIDDEN("purpose-forbidden", 422),
  PURPOSE_CHANGED("purpose-changed", 422),
  TEMPLATE_UNKNOWN("template-unknown", 404),
  TEMPLATE_FAULTY("template-faulty", 422),
  TEMPLATE_WRONG_STATE("template-wrong-state", 409),
  TEMPLATE_OWN_WORK("template-own-work", 403),
  TEXT_UNKNOWN("text-unknown", 404),
  NOTICE_UNKNOWN("notice-unknown", 404),
  NOTICE_FAULTY("notice-faulty", 422),
  NOTICE_OUTDATED("notice-outdated", 409),
  TIME_IN_THE_FUTURE("time-in-the-future", 422),
  TIME_BEFORE_PUBLICATION("time-before-publication", 422),
  CONSENT_UNKNOWN("consent-unknown", 404),
  CONSENT_LACKING("consent-lacking", 422),
  CONSENT_WRONG_STATE("consent-wrong-state", 409),
  WITHDRAWAL_UNKNOWN("withdrawal-unknown", 404),
  REACH_INCOMPLETE("reach-incomplete", 422),
  PROCEDURE_NOT_NOW("procedure-not-now", 409),
  PROCEDURE_OTHER_TEXT("procedure-other-text", 409),
  HOLDER_UNKNOWN("holder-unknown", 422),
  HOLDER_NOT_YOURS("holder-not-yours", 403),
  DISPOSITION_GROUNDLESS("disposition-groundless", 422);

  private final String slug;
  private final int status;

  ConsentProblem(String slug, int status) {
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
