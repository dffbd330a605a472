/** Write-backs and reconciliations over HTTP. */
@NullMarked
package gatehouse.gateway.reconciliation.rest;

import org.jspecify.annotations.NullMarked;
