package gatehouse.admission.product.store;

import gatehouse.admission.product.Vendor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "vendor")
class VendorRow {
  @Id
  @Column(name = "credit_code")
  String creditCode;

  String name;

  Vendor toVendor() {
    return new Vendor(creditCode, name);
  }
}
