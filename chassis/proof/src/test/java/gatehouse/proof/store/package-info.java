/** Tests of the package of the same name. */
@NullMarked
package gatehouse.proof.store;

import org.jspecify.annotations.NullMarked;
