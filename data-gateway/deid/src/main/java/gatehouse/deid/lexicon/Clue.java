package gatehouse.deid.lexicon;

/** What a word of the lexicon says about the text beside it. */
public enum Clue {
  /** A province-level division. */
  PROVINCE,
  /** A prefecture-level division. */
  CITY,
  /** A county-level division. */
  COUNTY,
  /** A township or street office. */
  TOWN,
  /** A province or prefecture without the word for its rank: 杭州. */
  PLACE,
  /** Label of an inpatient, outpatient, examination or specimen number. */
  RECORD_NUMBER,
  /** Label of an insurance number. */
  INSURANCE_NO,
  /** Label of an identity card's number. */
  NATIONAL_ID,
  /** Label of a bank account. */
  BANK_CARD,
  /** Label of a passport. */
  PASSPORT,
  /** Label of a travel or residence permit. */
  PERMIT,
  /** Label of an officer's card. */
  MILITARY_ID,
  /** Label of a device's serial number. */
  DEVICE_ID,
  /** Label of a WeChat account. */
  WECHAT,
  /** Label of a QQ account. */
  QQ,
  /** Label of a postcode. */
  POSTCODE,
  /** Label of a phone number. */
  PHONE,
  /** Label of an address. */
  ADDRESS,
  /** Label of a day of birth. */
  BIRTH,
  /** Label of an employer or school. */
  ORGANISATION,
  /** Last word of a hospital's name. */
  HOSPITAL_ENDING,
  /** Last word of a company's name. */
  COMPANY_ENDING,
  /** Last word of the name of a school or other body; means nothing without a place or label. */
  SCHOOL_ENDING,
  /** Label that stands before a name with a colon or blank. */
  PERSON,
  /** Word that a name may follow at once, such as 患者. */
  ROLE,
  /** Word that a name may precede at once, such as 医生. */
  TITLE,
  /** Label of a number that identifies nobody: batch, approval, trial. */
  HARMLESS_NUMBER
}
