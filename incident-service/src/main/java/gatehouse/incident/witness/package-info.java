/**
 * Keeps the checkpoints that the other services' journals have signed, so that none of them can
 * rewrite or cut its history unnoticed: whoever verifies an export does it against what stands
 * here.
 */
@NullMarked
package gatehouse.incident.witness;

import org.jspecify.annotations.NullMarked;
