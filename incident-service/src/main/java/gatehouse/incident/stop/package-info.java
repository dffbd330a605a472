/**
 * The emergency stop (G-51). One person stops, and it is true when the answer returns. Whether
 * something is stopped is never stored: it is read from the orders that have not been lifted. This
 * package asks no other service anything.
 */
@NullMarked
package gatehouse.incident.stop;

import org.jspecify.annotations.NullMarked;
