/** Tests of the package of the same name. */
@NullMarked
package gatehouse.proof.rest;

import org.jspecify.annotations.NullMarked;
