package gatehouse.deid.finding;

/**
 * What a span of text identifies. The order of the constants is the order of severity: where two
 * findings of one length overlap, the earlier type wins.
 */
public enum Type {
  /** 18 or 15 characters of a resident identity card (GB 11643), right or wrong checksum. */
  NATIONAL_ID("IDCARD", 1),
  /** Passport of China or another country. */
  PASSPORT("PASSPORT", 1),
  /** Travel and residence permits of and for Hong Kong, Macau and Taiwan. */
  PERMIT("PERMIT", 1),
  /** Officer's and soldier's cards. */
  MILITARY_ID("OFFICERCARD", 1),
  /** Bank card number. */
  BANK_CARD("BANKCARD", 1),
  /** Medical or social insurance number. */
  INSURANCE_NO("INSURANCE", 1),
  /** Inpatient, outpatient, record, examination and specimen numbers. */
  RECORD_NUMBER("RECORD", 1),
  /** Mobile, landline and service phone numbers. */
  PHONE("PHONE", 1),
  /** Electronic mail address. */
  EMAIL("EMAIL", 1),
  /** WeChat account. */
  WECHAT("WECHAT", 1),
  /** QQ account. */
  QQ("QQ", 1),
  /** Vehicle number plate. */
  PLATE("PLATE", 1),
  /** Name of a person, whoever it is. */
  PERSON("NAME", 1),
  /** Address finer than a province. */
  ADDRESS("ADDRESS", 1),
  /** IPv4 and IPv6 address. */
  IP_ADDRESS("IP", 1),
  /** An age of 90 years and more. */
  AGE_OVER_89("AGE", 1),
  /** Base64, hexadecimal or percent-encoded text in which an identifier stands. */
  ENCODED_TEXT("ENCODED", 1),
  /** Network hardware address. */
  MAC_ADDRESS("MAC", 2),
  /** Web address. */
  URL("URL", 2),
  /** Serial number of a device or implant. */
  DEVICE_ID("DEVICE", 2),
  /** Hospital, clinic, health centre. */
  HOSPITAL("HOSPITAL", 2),
  /** Employer, school, other institution. */
  ORGANISATION("ORG", 2),
  /** Postcode. */
  POSTCODE("POSTCODE", 2),
  /** A division without a finer address, such as a home province or county. */
  REGION("REGION", 2),
  /** Day of birth. */
  BIRTH_DATE("BIRTH", 2),
  /** Any other date. */
  DATE("DATE", 2);

  private final String label;
  private final int tier;

  Type(String label, int tier) {
    this.label = label;
    this.tier = tier;
  }

  /** The word for this type inside a placeholder: ASCII capitals only. */
  public String label() {
    return label;
  }

  /** 1: must never leave the house. 2: leaves only where the policy keeps it. */
  public int tier() {
    return tier;
  }
}
