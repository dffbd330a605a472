package gatehouse.admission.product.store;

import gatehouse.admission.product.Product;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.product.Products;
import gatehouse.admission.product.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds with "on conflict do nothing": the constraint decides who was first, and the loser's
 * transaction lives on to say so.
 */
@ApplicationScoped
class SqlProducts implements Products {
  private static final String ADD_VENDOR =
      "insert into admission.vendor values (:code, :name) on conflict do nothing";
  private static final String ADD_PRODUCT =
      "insert into admission.product values (:id, :vendor, :name, :kind, :device)"
          + " on conflict do nothing";
  private static final String ADD_VERSION =
      "insert into admission.product_version"
          + " values (:id, :product, :version, :artefact, :config, :change, :note)"
          + " on conflict do nothing";

  private final EntityManager entities;

  SqlProducts(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean add(Vendor vendor) {
    return entities
            .createNativeQuery(ADD_VENDOR)
            .setParameter("code", vendor.creditCode())
            .setParameter("name", vendor.name())
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean add(Product product) {
    return entities
            .createNativeQuery(ADD_PRODUCT)
            .setParameter("id", product.id())
            .setParameter("vendor", product.vendor())
            .setParameter("name", product.name())
            .setParameter("kind", product.kind().name())
            .setParameter("device", product.device())
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean add(ProductVersion version) {
    return entities
            .createNativeQuery(ADD_VERSION)
            .setParameter("id", version.id())
            .setParameter("product", version.product())
            .setParameter("version", version.version())
            .setParameter("artefact", version.artefactDigest())
            .setParameter("config", version.configDigest())
            .setParameter("change", version.changeClass().name())
            .setParameter("note", version.releaseNote())
            .executeUpdate()
        == 1;
  }

  @Override
  public Optional<Vendor> vendor(String creditCode) {
    return Optional.ofNullable(entities.find(VendorRow.class, creditCode)).map(VendorRow::toVendor);
  }

  @Override
  public Optional<Product> product(UUID id) {
    return Optional.ofNullable(entities.find(ProductRow.class, id)).map(ProductRow::toProduct);
  }

  @Override
  public Optional<ProductVersion> version(UUID id) {
    return Optional.ofNullable(entities.find(VersionRow.class, id)).map(VersionRow::toVersion);
  }

  @Override
  public List<ProductVersion> versionsOf(UUID product) {
    return entities
        .createQuery("from VersionRow v where v.product = :product order by v.id", VersionRow.class)
        .setParameter("product", product)
        .getResultStream()
        .map(VersionRow::toVersion)
        .toList();
  }

  @Override
  public boolean isNamed(String product) {
    return entities
            .createQuery("select count(p) from ProductRow p where p.name = :name", Long.class)
            .setParameter("name", product)
            .getSingleResult()
        > 0;
  }
}
