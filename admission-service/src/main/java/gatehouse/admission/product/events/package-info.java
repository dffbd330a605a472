/** What others are told about vendors, products and versions, on admission.product.v1. */
@NullMarked
package gatehouse.admission.product.events;

import org.jspecify.annotations.NullMarked;
