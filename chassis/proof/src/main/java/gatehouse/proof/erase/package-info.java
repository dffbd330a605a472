/** Destroying what the entries of a subject said, on somebody's order, so that the proof stays. */
@NullMarked
package gatehouse.proof.erase;

import org.jspecify.annotations.NullMarked;
