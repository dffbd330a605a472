/** Writes write-backs and reconciliations into the journal. */
@NullMarked
package gatehouse.gateway.reconciliation.events;

import org.jspecify.annotations.NullMarked;
