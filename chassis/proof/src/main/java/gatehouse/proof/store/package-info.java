/** The journal's tables as those read them who verify: entries, checkpoints, leaves and tiles. */
@NullMarked
package gatehouse.proof.store;

import org.jspecify.annotations.NullMarked;
