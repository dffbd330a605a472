/** Vendors, products and versions over HTTP. */
@NullMarked
package gatehouse.admission.product.rest;

import org.jspecify.annotations.NullMarked;
