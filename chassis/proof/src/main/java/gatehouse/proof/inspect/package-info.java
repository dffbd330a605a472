/**
 * Looks at the journal again, from its rows to its signed checkpoints, and finds where somebody has
 * changed what stood there. It shares the code that wrote them and trusts this service's keys: it
 * notices soon, and proves nothing to others; that is what the verifier and the witness are for.
 */
@NullMarked
package gatehouse.proof.inspect;

import org.jspecify.annotations.NullMarked;
