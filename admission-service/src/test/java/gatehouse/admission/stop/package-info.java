/** Stops as they are heard, and those that cannot be read. */
@NullMarked
package gatehouse.admission.stop;

import org.jspecify.annotations.NullMarked;
