/** Overlaps. */
@NullMarked
package gatehouse.deid.finding;

import org.jspecify.annotations.NullMarked;
