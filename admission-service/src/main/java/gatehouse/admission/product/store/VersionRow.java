package gatehouse.admission.product.store;

import gatehouse.admission.product.ProductVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "product_version")
class VersionRow {
  @Id UUID id;
  UUID product;
  String version;

  @Column(name = "artefact_digest")
  String artefactDigest;

  @Column(name = "config_digest")
  String configDigest;

  @Enumerated(EnumType.STRING)
  @Column(name = "change_class")
  ProductVersion.ChangeClass changeClass;

  @Column(name = "release_note")
  String releaseNote;

  ProductVersion toVersion() {
    return new ProductVersion(
        id, product, version, artefactDigest, configDigest, changeClass, releaseNote);
  }
}
