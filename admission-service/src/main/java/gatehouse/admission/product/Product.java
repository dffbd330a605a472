package gatehouse.admission.product;

import java.util.UUID;

/**
 * A product of a vendor.
 *
 * @param vendor the vendor's credit code
 * @param device whether it is managed as a medical device; a device is never LOW (G-10)
 */
public record Product(UUID id, String vendor, String name, ProductKind kind, boolean device) {}
