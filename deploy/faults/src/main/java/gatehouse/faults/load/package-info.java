/** Who asks the suite while it breaks, and the ledger of what was acknowledged. */
@NullMarked
package gatehouse.faults.load;

import org.jspecify.annotations.NullMarked;
