/** The comparison runs and is fair: offsets fit, names are found. */
@NullMarked
package gatehouse.compare;

import org.jspecify.annotations.NullMarked;
