package gatehouse.admission.product;

import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Registers vendors, products and versions. A vendor's own client registers for itself only. */
@ApplicationScoped
public class RegisterProduct {
  private final Products products;
  private final ProductEvents events;

  RegisterProduct(Products products, ProductEvents events) {
    this.products = products;
    this.events = events;
  }

  @Transactional
  public Outcome<Vendor> register(Vendor vendor) {
    if (!products.add(vendor)) {
      return Outcome.refused(Refusal.ALREADY_REGISTERED);
    }
    events.registered(vendor);
    return Outcome.done(vendor);
  }

  @Transactional
  public Outcome<Product> register(Product product, Person by) {
    if (foreign(product, by)) {
      return Outcome.refused(Refusal.NOT_OWN_PRODUCT);
    }
    if (products.vendor(product.vendor()).isEmpty()) {
      return Outcome.refused(Refusal.VENDOR_UNKNOWN);
    }
    if (!products.add(product)) {
      return Outcome.refused(Refusal.ALREADY_REGISTERED);
    }
    events.registered(product);
    return Outcome.done(product);
  }

  @Transactional
  public Outcome<ProductVersion> register(ProductVersion version, Person by) {
    return visible(version.product(), by)
        .then(product -> {
          if (!products.add(version)) {
            return Outcome.refused(Refusal.ALREADY_REGISTERED);
          }
          events.registered(version, product);
          return Outcome.done(version);
        });
  }

  /** The product, if the person may know of it: to a foreign vendor it does not exist. */
  public Outcome<Product> visible(UUID id, Person by) {
    return products
        .product(id)
        .filter(product -> !foreign(product, by))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.PRODUCT_UNKNOWN));
  }

  private static boolean foreign(Product product, Person by) {
    return by.holds(Role.VENDOR) && !product.vendor().equals(by.vendor());
  }
}
