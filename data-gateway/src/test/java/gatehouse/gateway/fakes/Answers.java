package gatehouse.gateway.fakes;

import java.util.concurrent.atomic.AtomicLong;

/** Answers of the owners, in the words of their contracts. */
public final class Answers {
  /** consent-service permits. */
  public static final String PERMIT =
      """
      {"decision":"PERMIT","reasons":[],"clauses":["G-37"],"consentId":"c-1","version":1,
       "textDigest":"sha256:00","obligations":[],"validUntil":"2126-01-01T00:00:00Z"}
      """;

  /** consent-service says that the patient was not asked. */
  public static final String NOT_ASKED =
      """
      {"decision":"CONSENT_REQUIRED","reasons":[{"code":"CONSENT_REQUIRED","clauses":["G-37"],
       "text":"须取得患者签署的专项知情同意书。","textEn":"A signed consent is required."}],
       "clauses":["G-37"],"obligations":["ASK_CONSENT"]}
      """;

  private static final String DIGEST = "ab".repeat(32);
  private static final AtomicLong EPOCHS = new AtomicLong(System.currentTimeMillis());

  private Answers() {}

  /** An admitted application with a trained user. */
  public static String standing(String code, String tier, String egress) {
    return standing(code, tier, "REQUIRED", egress, "true,\"reasons\":[]", "true,\"reasons\":[]");
  }

  /** One that is admitted for calls without a patient. */
  public static String withoutPatient(String code, String egress) {
    return standing(code, "LOW", "NONE", egress, "true,\"reasons\":[]", "true,\"reasons\":[]");
  }

  /** The digest of this version of {@code NoteAssistant}. */
  public static String digest(String version) {
    return "sha256:" + (version.equals("1.0") ? "ab" : "cd").repeat(32);
  }

  /** An admitted application of another version of the product: 1.0 is what all others have. */
  public static String version(String code, String version) {
    return standing(code, "HIGH", "NONE")
        .replace(digest("1.0"), digest(version))
        .replace("\"version\":\"1.0\"", "\"version\":\"" + version + "\"");
  }

  /** One that operates on patients, and only while somebody watches. */
  public static String supervised(String code) {
    return standing(code, "HIGH", "NONE")
        .replace("\"supervision\":\"NONE\"", "\"supervision\":\"REQUIRED\"");
  }

  /** One that fails both questions of admission's. */
  public static String refused(String code, String admissionCode, String trainingCode) {
    return standing(code, "HIGH", "REQUIRED", "NONE", no(admissionCode), no(trainingCode));
  }

  /** An admitted application whose present user may not use it. */
  public static String untrained(String code, String trainingCode) {
    return standing(
        code, "HIGH", "REQUIRED", "DEIDENTIFIED", "true,\"reasons\":[]", no(trainingCode));
  }

  /** A number that is greater than that of every stop so far, and smaller than any later one. */
  public static long laterEpoch() {
    return EPOCHS.addAndGet(10);
  }

  /** No stop in force. */
  public static String noStops() {
    return "{\"epoch\":%d,\"inForce\":[],\"lifted\":[]}".formatted(EPOCHS.incrementAndGet());
  }

  /** One stop in force. */
  public static String stopped(String stopId, String kind, String value) {
    long epoch = EPOCHS.incrementAndGet();
    return """
    {"epoch":%d,"inForce":[{"stopId":"%s","epoch":%d,"scope":{"kind":"%s","value":"%s"},
     "reasonCode":"HALLUCINATION","manualRoute":{"zh":"停用期间人工书写","en":"Write by hand"},
     "issuedAt":"2026-11-21T20:00:00Z","state":"IN_FORCE"}],"lifted":[]}
    """
        .formatted(epoch, stopId, epoch, kind, value);
  }

  private static String standing(
      String code, String tier, String patientData, String egress, String... verdicts) {
    return """
    {"application":{"id":"a-%1$s","code":"%1$s","status":"ACTIVE","tier":"%2$s",
     "digest":"sha256:%3$s","product":"NoteAssistant","version":"1.0",
     "vendor":"91110000MA0000001A","department":"RADIOLOGY","scenario":"NOTES",
     "patientData":"%4$s","egress":"%5$s","supervision":"NONE",
     "deployments":[{"name":"in-house","zone":"LOCAL","country":"CN"},
      {"name":"in-house-spare","zone":"LOCAL","country":"CN"},
      {"name":"gone","zone":"LOCAL","country":"CN"},
      {"name":"public-cloud","zone":"PUBLIC","country":"CN"},
      {"name":"public-cloud-spare","zone":"PUBLIC","country":"CN"},
      {"name":"public-cloud-strict","zone":"PUBLIC","country":"CN"}],"failover":{"mode":"MANUAL",
     "manualRoute":{"zh":"人工书写病历","en":"Write the note by hand"}},"revision":7},
     "admission":{"passed":%6$s},"training":{"passed":%7$s},
     "validUntil":"2126-01-01T00:00:00Z"}
    """
        .formatted(code, tier, DIGEST, patientData, egress, verdicts[0], verdicts[1]);
  }

  private static String no(String code) {
    return "false,\"reasons\":[{\"code\":\"%s\",\"clauses\":[\"G-18\"],\"text\":\"不可\",\"textEn\":\"no\"}]"
        .formatted(code);
  }
}
