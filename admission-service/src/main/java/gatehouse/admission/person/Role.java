package gatehouse.admission.person;

/** The realm roles that have a say in admission; others are no business of this service. */
public enum Role {
  VENDOR,
  DEPARTMENT_APPLICANT,
  ADMISSION_SECRETARY,
  SEAT_CLINICAL,
  SEAT_MED_ENGINEERING,
  SEAT_INFO_CENTRE,
  SEAT_LEGAL,
  SEAT_ETHICS,
  ETHICS_SECRETARY,
  ETHICS_MEMBER,
  ETHICS_CHAIR,
  PHYSICIAN,
  MEDICAL_AFFAIRS,
  QUALITY_OFFICER
}
