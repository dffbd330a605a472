package gatehouse.admission;

import io.restassured.path.json.JsonPath;

/** What must be registered before a department can apply. */
public record Ground(String product, String version, String digest, String scenario) {
  public static final String VENDOR_A = "91110000MA0000001A";

  /** A product of vendor A of that name, one version, and a scenario of RADIOLOGY. */
  public static Ground prepared(String name, boolean device) {
    Caller.LI.post("/v1/vendors", Bodies.vendor(VENDOR_A));
    String product =
        Caller.VENDOR_A
            .post("/v1/products", Bodies.product(VENDOR_A, name, device))
            .statusCode(201)
            .extract()
            .path("id");
    JsonPath version =
        Caller.VENDOR_A
            .post("/v1/products/" + product + "/versions", Bodies.version(name))
            .statusCode(201)
            .extract()
            .jsonPath();
    Caller.LI.post("/v1/scenarios", Bodies.scenario(name, "RADIOLOGY")).statusCode(201);
    return new Ground(product, version.getString("id"), version.getString("digest"), name);
  }

  /** The same product's next version, registered by its vendor. */
  public Ground next(String name) {
    JsonPath next =
        Caller.VENDOR_A
            .post("/v1/products/" + product + "/versions", Bodies.version(name, "2.0.0 " + name))
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Ground(product, next.getString("id"), next.getString("digest"), scenario);
  }
}
