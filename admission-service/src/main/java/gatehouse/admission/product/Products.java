package gatehouse.admission.product;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Vendors, products and versions; all of them are only ever added. */
public interface Products {
  /** False when the vendor is known already. */
  boolean add(Vendor vendor);

  /** False when the vendor has a product of that name already. */
  boolean add(Product product);

  /** False when the product has that version or that digest already. */
  boolean add(ProductVersion version);

  Optional<Vendor> vendor(String creditCode);

  Optional<Product> product(UUID id);

  Optional<ProductVersion> version(UUID id);

  List<ProductVersion> versionsOf(UUID product);

  /** Whether some vendor's product has this name. */
  boolean isNamed(String product);
}
