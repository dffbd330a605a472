package gatehouse.admission.product.events;

import gatehouse.admission.product.Product;
import gatehouse.admission.product.ProductEvents;
import gatehouse.admission.product.ProductKind;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.product.Vendor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class JournalProductEvents implements ProductEvents {
  private static final String TOPIC = "admission.product.v1";

  private final Journal journal;
  private final Actors actors;

  JournalProductEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  record VendorData(String vendor, String name) {}

  record ProductData(
      UUID productId, String vendor, String name, ProductKind kind, boolean device) {}

  record VersionData(
      UUID versionId,
      UUID productId,
      String vendor,
      String product,
      String version,
      String digest,
      String artefactDigest,
      String configDigest,
      ProductVersion.ChangeClass changeClass) {}

  @Override
  public void registered(Vendor vendor) {
    append(
        "vendor-registered",
        vendor.creditCode(),
        new VendorData(vendor.creditCode(), vendor.name()));
  }

  @Override
  public void registered(Product product) {
    append(
        "registered",
        product.id().toString(),
        new ProductData(
            product.id(), product.vendor(), product.name(), product.kind(), product.device()));
  }

  @Override
  public void registered(ProductVersion version, Product product) {
    append(
        "version-registered",
        product.id().toString(),
        new VersionData(
            version.id(),
            product.id(),
            product.vendor(),
            product.name(),
            version.version(),
            version.digest(),
            version.artefactDigest(),
            version.configDigest(),
            version.changeClass()));
  }

  private void append(String what, String subject, Object data) {
    journal.append(
        Entry.of("gatehouse.admission.product." + what + ".v1", subject)
            .by(actors.acting("VENDOR", "ADMISSION_SECRETARY"))
            .clauses("G-02")
            .data(data)
            .topic(TOPIC)
            .version(1)
            .build());
  }
}
