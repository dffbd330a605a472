/** The gate of the build on the project's own labelled set. */
@NullMarked
package gatehouse.deid.evaluation;

import org.jspecify.annotations.NullMarked;
