/**
 * Withdrawals whose handling is overdue, as consent-service tells: the first time a hazard is
 * drafted, and whoever is told again raises it.
 */
@NullMarked
package gatehouse.incident.withdrawal;

import org.jspecify.annotations.NullMarked;
