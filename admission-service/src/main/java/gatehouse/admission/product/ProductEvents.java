package gatehouse.admission.product;

/** Tells others what was registered, in the transaction of the registration. */
public interface ProductEvents {
  void registered(Vendor vendor);

  void registered(Product product);

  void registered(ProductVersion version, Product product);
}
