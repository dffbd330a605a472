/** Write-backs and reconciliations in PostgreSQL. */
@NullMarked
package gatehouse.gateway.reconciliation.store;

import org.jspecify.annotations.NullMarked;
