package gatehouse.admission.application;

import gatehouse.admission.stop.StopOrder;
import java.util.UUID;

/**
 * What an application is: one version of a product, for one scenario, in one department (G-08).
 * Only a change case that passed gives it another version of the same product (G-02).
 *
 * @param code under which the hospital's systems call it, the model name of an OpenAI call
 * @param digest of the version
 * @param device whether the product is managed as a medical device
 * @param requestedBy subject of the applicant
 */
public record Identity(
    String code,
    UUID versionId,
    String product,
    String version,
    String digest,
    boolean device,
    String vendor,
    String scenario,
    String department,
    String requestedBy) {

  /** The same use of another version of the product. */
  Identity at(UUID nextId, String nextVersion, String nextDigest) {
    return new Identity(
        code,
        nextId,
        product,
        nextVersion,
        nextDigest,
        device,
        vendor,
        scenario,
        department,
        requestedBy);
  }

  /** The names under which it can be stopped. */
  public StopOrder.Target stopTarget(ApplicationId id) {
    return new StopOrder.Target(code, id.toString(), product, digest, vendor, department);
  }
}
