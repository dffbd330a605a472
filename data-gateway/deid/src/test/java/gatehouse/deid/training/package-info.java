/** Training the name model. */
@NullMarked
package gatehouse.deid.training;

import org.jspecify.annotations.NullMarked;
