/**
 * What a vendor may see of its own products: state, what is missing, deadlines, released reasons;
 * never seat holders, never another vendor's.
 */
@NullMarked
package gatehouse.admission.vendorstatus;

import org.jspecify.annotations.NullMarked;
