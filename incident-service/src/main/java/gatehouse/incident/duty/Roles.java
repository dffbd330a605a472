package gatehouse.incident.duty;

import java.util.Set;

/** The realm roles this service knows, and what they stand for together. */
public final class Roles {
  public static final String PHYSICIAN = "PHYSICIAN";
  public static final String RESIDENT = "RESIDENT";
  public static final String NURSE = "NURSE";
  public static final String SEAT_CLINICAL = "SEAT_CLINICAL";
  public static final String SEAT_MED_ENGINEERING = "SEAT_MED_ENGINEERING";
  public static final String SEAT_INFO_CENTRE = "SEAT_INFO_CENTRE";
  public static final String SEAT_LEGAL = "SEAT_LEGAL";
  public static final String SEAT_ETHICS = "SEAT_ETHICS";
  public static final String ETHICS_SECRETARY = "ETHICS_SECRETARY";
  public static final String ETHICS_MEMBER = "ETHICS_MEMBER";
  public static final String ETHICS_CHAIR = "ETHICS_CHAIR";
  public static final String DEPARTMENT_APPLICANT = "DEPARTMENT_APPLICANT";
  public static final String ADMISSION_SECRETARY = "ADMISSION_SECRETARY";
  public static final String CONSENT_CLERK = "CONSENT_CLERK";
  public static final String RESEARCHER = "RESEARCHER";
  public static final String DATA_STEWARD = "DATA_STEWARD";
  public static final String SECURITY_ANALYST = "SECURITY_ANALYST";
  public static final String DUTY_MANAGER = "DUTY_MANAGER";
  public static final String MEDICAL_AFFAIRS = "MEDICAL_AFFAIRS";
  public static final String QUALITY_OFFICER = "QUALITY_OFFICER";
  public static final String LEGAL = "LEGAL";
  public static final String AUDITOR = "AUDITOR";
  public static final String HIS_SYSTEM = "HIS_SYSTEM";
  public static final String EMR_SYSTEM = "EMR_SYSTEM";
  public static final String GATEWAY_SYSTEM = "GATEWAY_SYSTEM";

  /** The hospital's own systems that act without a person. */
  public static final Set<String> HOSPITAL_SYSTEMS = Set.of(HIS_SYSTEM, EMR_SYSTEM);

  /** Those who treat patients. */
  public static final Set<String> CLINICIANS = Set.of(PHYSICIAN, RESIDENT, NURSE, SEAT_CLINICAL);

  /** Those who can reach the stop at all; whom the hospital lists must be among them. */
  public static final Set<String> STOPPING =
      Set.of(
          DUTY_MANAGER,
          MEDICAL_AFFAIRS,
          SEAT_INFO_CENTRE,
          SEAT_ETHICS,
          ETHICS_SECRETARY,
          ETHICS_CHAIR,
          PHYSICIAN,
          SEAT_CLINICAL,
          RESIDENT,
          NURSE);

  /** Those whose judgement a restart needs: licensed physicians and the panel's clinical seat. */
  public static final Set<String> CLINICAL_CONFIRMERS = Set.of(PHYSICIAN, SEAT_CLINICAL);

  /** Those who answer for the machine's condition. */
  public static final Set<String> ENGINEERS = Set.of(SEAT_MED_ENGINEERING, SEAT_INFO_CENTRE);

  private static final String[] REPORTING = {
    PHYSICIAN,
    RESIDENT,
    NURSE,
    SEAT_CLINICAL,
    SEAT_MED_ENGINEERING,
    SEAT_INFO_CENTRE,
    SEAT_LEGAL,
    SEAT_ETHICS,
    ETHICS_SECRETARY,
    ETHICS_MEMBER,
    ETHICS_CHAIR,
    DEPARTMENT_APPLICANT,
    ADMISSION_SECRETARY,
    CONSENT_CLERK,
    RESEARCHER,
    DATA_STEWARD,
    SECURITY_ANALYST,
    DUTY_MANAGER,
    MEDICAL_AFFAIRS,
    QUALITY_OFFICER,
    LEGAL,
    HIS_SYSTEM,
    EMR_SYSTEM,
    GATEWAY_SYSTEM
  };

  private Roles() {}

  /** Anyone on duty; those who only look (auditor, regulator) or administer are not. */
  public static String[] reporting() {
    return REPORTING.clone();
  }
}
