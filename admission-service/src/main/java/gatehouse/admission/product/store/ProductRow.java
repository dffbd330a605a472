package gatehouse.admission.product.store;

import gatehouse.admission.product.Product;
import gatehouse.admission.product.ProductKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "product")
class ProductRow {
  @Id UUID id;
  String vendor;
  String name;

  @Enumerated(EnumType.STRING)
  ProductKind kind;

  boolean device;

  Product toProduct() {
    return new Product(id, vendor, name, kind, device);
  }
}
