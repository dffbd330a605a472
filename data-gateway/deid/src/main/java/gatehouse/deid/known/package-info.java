/**
 * What the caller knows of the patient, and the search for it in any spelling. No model replaces
 * this: a gateway that knows the name need not guess it.
 */
@NullMarked
package gatehouse.deid.known;

import org.jspecify.annotations.NullMarked;
