/**
 * Evidence of an evaluation: what was examined, by whom, against thresholds that were fixed before
 * the run (G-19), and the hash of the whole bundle that ballots are bound to (G-24).
 */
@NullMarked
package gatehouse.admission.evidence;

import org.jspecify.annotations.NullMarked;
