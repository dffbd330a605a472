/** Vendors, products and versions in PostgreSQL. */
@NullMarked
package gatehouse.admission.product.store;

import org.jspecify.annotations.NullMarked;
