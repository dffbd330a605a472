/** Normalising and the way back. */
@NullMarked
package gatehouse.deid.normalise;

import org.jspecify.annotations.NullMarked;
