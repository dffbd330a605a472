package gatehouse.story.admission;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;

/**
 * A product of a vendor, as the story registers it.
 *
 * @param application the application's code, by which the gateway's file knows it
 * @param name the product's name
 * @param scenario the scenario's code
 * @param device whether it is a medical device
 */
record Product(String application, String name, String scenario, boolean device) {
  static final String VENDOR_A = "91110000MA0000001A";

  static final Product NOTE_ASSISTANT =
      new Product("note-assistant", "病历摘要助手", "admission-note-summary", true);
  static final Product DISCHARGE_SUMMARY =
      new Product("discharge-summary", "出院小结助手", "discharge-summary-draft", true);
  static final Product WAYFINDING =
      new Product("wayfinding", "门诊导诊", "outpatient-wayfinding", false);

  /** Registers product, version and scenario; teaches the stage the version's id and digest. */
  void register(Stage stage) {
    Caller secretary = stage.person("li.secretary");
    Caller vendor = stage.machine("vendor-a");
    String product =
        vendor
            .post(
                Part.ADMISSION,
                "/v1/products",
                """
                {"vendor": "%s", "name": "%s", "kind": "LLM", "device": %s}\
                """
                    .formatted(VENDOR_A, name, device))
            .expect(201)
            .text("/id");
    Answer version =
        vendor
            .post(
                Part.ADMISSION,
                "/v1/products/" + product + "/versions",
                """
                {"version": "1.0.0", "artefactDigest": "%s", "configDigest": "%s",
                 "changeClass": "MAJOR", "releaseNote": "首次发布"}\
                """
                    .formatted(Digest.of(name), Digest.of(name + " configuration")))
            .expect(201);
    secretary
        .post(
            Part.ADMISSION,
            "/v1/scenarios",
            """
            {"code": "%s", "department": "RADIOLOGY", "nameZh": "%s", "nameEn": "%s",
             "severity": "SERIOUS", "invasive": false, "emergency": false}\
            """
                .formatted(scenario, name, scenario))
        .expect(201);
    stage.learn(application + ".version", version.text("/id"));
    stage.learn(application + ".digest", version.text("/digest"));
  }
}
