/** The journal over HTTP, for those who check. */
@NullMarked
package gatehouse.proof.rest;

import org.jspecify.annotations.NullMarked;
